import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with the build tools of this environment: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


def test_the_wheel_holds_the_seeds_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            Path(name).name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("reader/seeds/")
        }
    assert packed == {file.name: file.read_bytes() for file in (ROOT / "seeds").iterdir()}


def test_the_wheel_holds_all_that_the_program_reads_and_not_what_it_was_made_from(
    wheel: Path,
) -> None:
    package = ROOT / "reader"
    wanted = {
        str(file.relative_to(ROOT))
        for file in package.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and package / "training" not in file.parents
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    assert wanted <= packed
    assert not [name for name in packed if name.startswith("reader/training/")]

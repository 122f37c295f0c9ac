"""Training the taggers: labelled text in, the models the reader ships out. Not in the wheel."""

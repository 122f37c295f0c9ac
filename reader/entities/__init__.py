"""Entities: people, organisations, places, dates and events in a text, and across texts."""

"""The board as open data: lossless JSON and CSV of every record, their schemas, and how to read them back."""

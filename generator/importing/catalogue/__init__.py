"""A workbook that ``congkhai export`` wrote and somebody edited: back into the files that it came from."""

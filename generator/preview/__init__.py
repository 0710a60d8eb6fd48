"""The board on this machine only, rebuilt at each save, with what is wrong beside the page that shows it."""

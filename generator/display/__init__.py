"""What the screens of a center show: each adapter takes the Board and gives a flat map of path to bytes."""

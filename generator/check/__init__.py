"""What must hold on a board before it is published, and how a mistake is explained."""

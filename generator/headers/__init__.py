"""What a web server must say beside each page so that browsers keep the site safe."""

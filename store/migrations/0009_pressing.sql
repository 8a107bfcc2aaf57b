-- The few serious complaints that are not done stand on top of the list of all.
CREATE INDEX complaints_pressing ON complaints (year DESC, serial DESC)
  WHERE severity = 'serious' AND phase NOT IN ('completed', 'destroyed');

package complaint

// late are the obligations that were too late by now. A fact that opens an
// obligation again carries them, so that what was late stays on record.
func (s *Situation) late() []string {
	var ids []string
	for _, d := range Duties(s.Complaint, s.Procedure, s.Calendar) {
		switch d.Status(s.Now) {
		case Overdue, MetLate:
			if len(d.Obligation.MetBy) > 0 {
				ids = append(ids, d.Obligation.ID)
			}
		}
	}
	return ids
}

// stayLate keeps these obligations late, whatever comes.
func (c *Complaint) stayLate(ids []string) {
	for _, id := range ids {
		c.Late[id] = true
	}
}

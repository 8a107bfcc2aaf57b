package lang

import "time"

// MomentValue reads a moment as ParseMoment does and gives it as forms keep it:
// RFC 3339 in the speaker's zone.
func (s *Speaker) MomentValue(text string, now time.Time) (string, error) {
	t, err := s.ParseMoment(text, now)
	if err != nil {
		return "", err
	}
	return t.In(s.zone).Format(time.RFC3339), nil
}

// DayValue reads a day as ParseDay does and gives it as forms keep it: 2006-01-02.
func (s *Speaker) DayValue(text string, now time.Time) (string, error) {
	t, err := s.ParseDay(text, now)
	if err != nil {
		return "", err
	}
	return t.Format(time.DateOnly), nil
}

// ShownMoment is a moment that a form keeps as people read it; any other text
// is itself.
func (s *Speaker) ShownMoment(value string) string {
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return s.Moment(t)
	}
	return value
}

// ShownDay is a day that a form keeps as people read it; any other text is itself.
func (s *Speaker) ShownDay(value string) string {
	if t, err := time.ParseInLocation(time.DateOnly, value, s.zone); err == nil {
		return s.Day(t)
	}
	return value
}

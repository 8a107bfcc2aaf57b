package linear

import (
	"errors"

	"leermoment/internal/complaint"
	"leermoment/internal/wording"
)

// setup asks, on an empty file, what the organisation is called, who works there
// and how they work.
func (s *session) setup() error {
	sp := s.sp
	f := newForm(sp.T("setup.title"), append(wording.OrganisationFields(sp), wording.StaffFields(sp)...))
	f.first = []string{sp.T("setup.intro-organisation"), sp.T("setup.intro-staff")}
	f.check = func() complaint.Faults { return wording.CheckStaff(f.values) }
	f.more = func() []wording.Field { return wording.WaysFields(sp, f.values) }
	var director string
	f.record = func() error {
		founding, faults := wording.Founding(f.shown())
		if faults != nil {
			return faults
		}
		director = founding.Staff[0].Login
		err := s.o.Found(s.ctx, founding)
		if errors.As(err, &faults) {
			return wording.PlacedFaults(faults, f.shown())
		}
		return err
	}
	if err := s.fill(f); err != nil {
		return err
	}
	var err error
	if s.org, err = s.o.Organisation(s.ctx); err != nil {
		return err
	}
	if s.org.Seq == 0 {
		return errStop // went one level up: there is none
	}
	if s.v, err = s.o.Acting(s.ctx, director, ""); err != nil {
		return err
	}
	s.say(sp.T("linear.set-up"))
	return nil
}

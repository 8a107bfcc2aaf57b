package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sort"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Office makes the office over the file to be filled; its clock is the demo's.
type Office func(clock func() time.Time, random *Random) *office.Office

// Build fills a file with complaints around now; the same seed, number and
// moment give the same content.
func Build(ctx context.Context, make Office, complaints int, seed int64, now time.Time) error {
	list, err := stories()
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		return err
	}
	b := &builder{ctx: ctx, now: now.UTC().Truncate(time.Second), cal: calendar.New(zone), rand: rand.New(rand.NewPCG(uint64(seed), 1))}
	b.clock = b.now
	b.office = make(func() time.Time { return b.clock }, &Random{rand.New(rand.NewPCG(uint64(seed), 2))})
	if err := b.found(); err != nil {
		return err
	}
	b.plan(list, complaints)
	return b.live()
}

// Random is a source of bytes that a seed decides.
type Random struct{ r *rand.Rand }

// Read implements io.Reader; it never fails.
func (r *Random) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r.r.Uint32())
	}
	return len(p), nil
}

type builder struct {
	ctx    context.Context
	office *office.Office
	cal    calendar.Calendar
	rand   *rand.Rand
	now    time.Time // around which all is built
	clock  time.Time // of the action being taken
	people map[string]office.Viewer
	lives  []*life
	todo   []step
}

// step is one action to be taken at a moment.
type step struct {
	at    time.Time
	order int
	take  func() error
}

// found sets the made-up organisation up, well before its first complaint.
func (b *builder) found() error {
	b.clock = b.now.AddDate(-2, 0, 0)
	err := b.office.Found(b.ctx, office.Founding{
		Name: "Flow Concepts (demo)", Address: "Voorbeeldlaan 1, 1234 AB Voorbeeldstad", Email: "klachten@example.org",
		Phone: "010-000 00 00", Language: "nl", Demo: true, DefaultOwner: "petra",
		Staff: []office.NewStaff{
			{Login: "annelies", Name: "Annelies Demo", Roles: []procedure.Role{procedure.Director}},
			{Login: "karim", Name: "Karim Demo", Roles: []procedure.Role{procedure.OfficeManager}},
			{Login: "petra", Name: "Petra Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
		},
	})
	if err != nil {
		return err
	}
	b.people = map[string]office.Viewer{}
	for _, login := range []string{"annelies", "karim", "petra", "joost"} {
		if b.people[login], err = b.office.Acting(b.ctx, login, ""); err != nil {
			return err
		}
	}
	for _, name := range experts {
		in := office.Input{Values: map[string]string{"name": name}}
		if err := b.office.Take(b.ctx, b.people["annelies"], office.Itself, office.AddsExpert, in); err != nil {
			return err
		}
	}
	return nil
}

// experts are those of the cases, E-001 and on.
var experts = []string{"Bram Voorbeeld", "Esra Voorbeeld", "Chris Voorbeeld", "Dunya Voorbeeld", "Evert Voorbeeld",
	"Fatima Voorbeeld", "Gijs Voorbeeld", "Hanna Voorbeeld", "Igor Voorbeeld", "Jolanda Voorbeeld", "Kees Voorbeeld", "Lieke Voorbeeld"}

// live takes all steps in the order of time, up to now.
func (b *builder) live() error {
	for len(b.todo) > 0 {
		sort.SliceStable(b.todo, func(i, j int) bool {
			if b.todo[i].at.Equal(b.todo[j].at) {
				return b.todo[i].order < b.todo[j].order
			}
			return b.todo[i].at.Before(b.todo[j].at)
		})
		s := b.todo[0]
		b.todo = b.todo[1:]
		if s.at.After(b.now) {
			return nil
		}
		b.clock = s.at
		if err := s.take(); err != nil {
			return fmt.Errorf("demo at %s: %w", s.at.Format(time.RFC3339), err)
		}
	}
	return nil
}

func (b *builder) at(when time.Time, take func() error) {
	b.todo = append(b.todo, step{when.Truncate(time.Minute), len(b.todo), take})
}

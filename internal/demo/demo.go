package demo

import (
	"context"
	"math/rand/v2"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Office makes the office over the file to be filled; its clock is the demo's.
type Office func(clock func() time.Time, random *Random) *office.Office

// Order is what is asked for: so many complaints around Now, the same for the
// same Seed. Told hears how many have been lived, of how many; nil is nobody.
type Order struct {
	Complaints int
	Seed       int64
	Now        time.Time
	Told       func(lived, of int)
}

// Build fills a file with complaints; the same order gives the same content.
// Where the context ends, the lives that were begun are written as far as they
// came, the file is whole, and the context's error comes with how many there are.
func Build(ctx context.Context, make Office, order Order) (complaints int, err error) {
	list, err := stories()
	if err != nil {
		return 0, err
	}
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		return 0, err
	}
	b := &builder{now: order.Now.UTC().Truncate(time.Second), cal: calendar.New(zone), rand: rand.New(rand.NewPCG(uint64(order.Seed), 1)), told: order.Told}
	b.clock = b.now
	b.office = make(func() time.Time { return b.clock }, &Random{rand.New(rand.NewPCG(uint64(order.Seed), 2))})
	b.plan(list, order.Complaints)
	since := 2
	if order.Complaints > len(list) {
		since = years + 2
	}
	if err := b.found(ctx, since); err != nil {
		return 0, err
	}
	return b.live(ctx)
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
	office *office.Office
	bulk   *office.Bulk
	cal    calendar.Calendar
	rand   *rand.Rand
	now    time.Time // around which all is built
	clock  time.Time // of the action being taken
	people map[string]office.Viewer
	todo   agenda
	put    int // how many steps were put on the agenda
	under  map[*life]bool
	told   func(lived, of int)
	lived  int
	all    int
}

// found sets the made-up organisation up, well before its first complaint.
func (b *builder) found(ctx context.Context, since int) error {
	b.clock = b.now.AddDate(-since, 0, 0)
	err := b.office.Found(ctx, office.Founding{
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
		if b.people[login], err = b.office.Acting(ctx, login, ""); err != nil {
			return err
		}
	}
	for _, name := range experts {
		in := office.Input{Values: map[string]string{"name": name}}
		if err := b.office.Take(ctx, b.people["annelies"], office.Itself, office.AddsExpert, in); err != nil {
			return err
		}
	}
	return nil
}

// experts are those of the cases, E-001 and on.
var experts = []string{"Bram Voorbeeld", "Esra Voorbeeld", "Chris Voorbeeld", "Dunya Voorbeeld", "Evert Voorbeeld",
	"Fatima Voorbeeld", "Gijs Voorbeeld", "Hanna Voorbeeld", "Igor Voorbeeld", "Jolanda Voorbeeld", "Kees Voorbeeld", "Lieke Voorbeeld"}

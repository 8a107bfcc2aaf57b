package organisation_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// frozen is every event as it once stood on disk; see those of complaints.
var frozen = map[string]event.Event{
	"founded": organisation.FoundedEvent{Language: "en", Demo: true, Name: "Voorbeeld BV", Address: "Dorpsstraat 1",
		Email: "info@example.org", Phone: "010 1234567"},
	"staff-added": organisation.StaffAddedEvent{ID: "s1", Roles: []procedure.Role{procedure.OfficeManager, procedure.Director},
		Login: "omar", Name: "Omar Demo"},
	"staff-changed":     organisation.StaffChangedEvent{ID: "s1", Roles: []procedure.Role{procedure.ProjectLeader}, Name: "Omar Anders"},
	"staff-disabled":    organisation.StaffDisabledEvent{ID: "s1"},
	"key-added":         organisation.KeyAddedEvent{ID: "s1", Fingerprint: "SHA256:abc", Name: "laptop", Line: "ssh-ed25519 AAAA"},
	"key-removed":       organisation.KeyRemovedEvent{ID: "s1", Fingerprint: "SHA256:abc"},
	"default-owner-set": organisation.DefaultOwnerSetEvent{Owner: "s1"},
	"deputy-set": organisation.DeputySetEvent{For: "s1", By: "s2", From: calendar.Day{Year: 2026, Month: time.December, Day: 20},
		Until: calendar.Day{Year: 2027, Month: time.January, Day: 3}},
	"procedure-adopted": organisation.ProcedureAdoptedEvent{Digest: "3f1c"},
	"clock-trusted":     organisation.ClockTrustedEvent{Ahead: time.Date(2030, 1, 1, 8, 0, 0, 0, time.UTC)},
	"described":         organisation.DescribedEvent{Language: "en", Name: "Voorbeeld BV", Address: "Dorpsstraat 2", Email: "klachten@example.org", Phone: "010 7654321"},
	"closing-days-set": organisation.ClosingDaysSetEvent{GoodFriday: true, LiberationDay: true, Names: []string{"Kerstsluiting", "Brugdag"},
		Days: []calendar.Span{{From: day(2026, 12, 28), Until: day(2026, 12, 31)}, {From: day(2027, 5, 7), Until: day(2027, 5, 7)}}},
	"number-set": organisation.NumberSetEvent{Digest: "3f1c", Obligation: "assessment", Number: procedure.TermNumber, Was: "2 working days",
		Is: "3 working days", Reason: "De directeur is er drie dagen per week."},
	"list-changed": organisation.ListChangedEvent{Digest: "3f1c", List: procedure.CategoryList, Item: "venue", Change: organisation.ItemMerged, Into: "organisation"},
}

func day(year int, month time.Month, d int) calendar.Day {
	return calendar.Day{Year: year, Month: month, Day: d}
}

// figures are the fields that hold nothing that somebody typed; a new one is
// looked at before it comes to this list. ID and Owner are opaque.
var figures = map[string][]string{
	"founded": {"Language", "Demo"}, "staff-added": {"ID", "Roles"}, "staff-changed": {"ID", "Roles"}, "staff-disabled": {"ID"}, "key-added": {"ID"}, "key-removed": {"ID"},
	"default-owner-set": {"Owner"}, "deputy-set": {"For", "By", "From", "Until"}, "procedure-adopted": {"Digest"}, "clock-trusted": {"Ahead"},
	"described": {"Language"}, "closing-days-set": {"GoodFriday", "LiberationDay", "Days"},
	"number-set": {"Digest", "Obligation", "Number", "Was", "Is"}, "list-changed": {"Digest", "List", "Item", "Change", "Into"},
}

type stored struct{ Figures, Personal json.RawMessage }

func read(t *testing.T, name string) (s stored) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "events", name+".json"))
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err != nil {
		t.Fatal("an event is frozen the day it is made: ", err)
	}
	return s
}

func TestEveryEventReadsAsItWasOnceStored(t *testing.T) {
	codec := organisation.Codec()
	for _, name := range codec.Names() {
		t.Run(name, func(t *testing.T) {
			s := read(t, name)
			got, err := codec.Decode(name, s.Figures, s.Personal)
			if diff := cmp.Diff(frozen[name], got); err != nil || diff != "" {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			var reviewed []string
			for i := range reflect.TypeOf(got).NumField() {
				f := reflect.TypeOf(got).Field(i)
				if reflect.ValueOf(got).Field(i).IsZero() {
					t.Errorf("%s is in no frozen event", f.Name)
				}
				if event.IsFigure(f) {
					reviewed = append(reviewed, f.Name)
				}
			}
			if diff := cmp.Diff(figures[name], reviewed); diff != "" {
				t.Errorf("figures (-reviewed +declared):\n%s", diff)
			}
		})
	}
	for name := range frozen {
		if _, err := codec.Zero(name); err != nil {
			t.Errorf("the codec has forgotten %s", name)
		}
	}
}

func TestFoldIsTotalWithoutPersonalContent(t *testing.T) {
	codec := organisation.Codec()
	for _, name := range codec.Names() {
		e, err := codec.Decode(name, read(t, name).Figures, nil)
		if err != nil {
			t.Fatal(err)
		}
		if o, err := organisation.Fold([]event.Recorded{{Seq: 1, Event: e}}); err != nil || o.Seq != 1 {
			t.Errorf("%s: %v, %v", name, o, err)
		}
	}
}

type stranger struct{}

func (stranger) EventName() string { return "of-a-newer-program" }

func TestUnknownEventIsRefused(t *testing.T) {
	if _, err := organisation.Codec().Decode("of-a-newer-program", nil, nil); !errors.Is(err, event.ErrUnknown) {
		t.Error(err)
	}
	if _, err := organisation.Fold([]event.Recorded{{Seq: 1, Event: stranger{}}}); !errors.Is(err, event.ErrUnknown) {
		t.Error(err)
	}
}

func TestStaffComeAndGo(t *testing.T) {
	at := time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC)
	o, err := organisation.Fold([]event.Recorded{
		{Seq: 1, HappenedAt: at, Event: organisation.StaffAddedEvent{ID: "s1", Login: "omar", Name: "Omar"}},
		{Seq: 2, HappenedAt: at, Event: organisation.StaffAddedEvent{ID: "s2", Login: "petra", Name: "Petra"}},
		{Seq: 3, HappenedAt: at, Event: organisation.KeyAddedEvent{ID: "s2", Name: "laptop", Fingerprint: "SHA256:abc"}},
		{Seq: 4, HappenedAt: at, Event: organisation.StaffDisabledEvent{ID: "s1"}},
		{Seq: 5, HappenedAt: at, Event: organisation.StaffDisabledEvent{ID: "s9"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if active := o.Active(); len(active) != 1 || active[0].Login != "petra" || len(o.Staff) != 2 {
		t.Errorf("active: %v; who left stays known: %v", active, o.Staff)
	}
	petra, ok := o.ByLogin("petra")
	if want := []organisation.Key{{Name: "laptop", Fingerprint: "SHA256:abc", AddedAt: at}}; !ok || !cmp.Equal(want, petra.Keys) {
		t.Errorf("keys of petra: %v", petra.Keys)
	}
	if omar, ok := o.Member("s1"); !ok || !omar.Disabled {
		t.Errorf("omar: %v", omar)
	}
	if _, ok := o.ByLogin("nobody"); ok {
		t.Error("somebody is called nobody")
	}
}

func TestTheLastSettingCounts(t *testing.T) {
	at := time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC)
	o, err := organisation.Fold([]event.Recorded{
		{Seq: 1, HappenedAt: at, Event: organisation.FoundedEvent{Language: "nl", Name: "Oud"}},
		{Seq: 2, HappenedAt: at, Event: organisation.ProcedureAdoptedEvent{Digest: "a"}},
		{Seq: 3, HappenedAt: at, Actor: "s1", Event: organisation.NumberSetEvent{Digest: "b", Obligation: "assessment", Number: procedure.TermNumber, Is: "3 working days"}},
		{Seq: 4, HappenedAt: at, Event: organisation.ListChangedEvent{Digest: "c"}},
		{Seq: 5, HappenedAt: at, Event: organisation.DescribedEvent{Language: "en", Name: "Nieuw"}},
		{Seq: 6, HappenedAt: at, Event: organisation.ClosingDaysSetEvent{GoodFriday: true, Days: []calendar.Span{{From: day(2026, 12, 28), Until: day(2026, 12, 29)}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if o.Name != "Nieuw" || o.Language != "en" || o.Procedure != "c" || o.Adopted.By != "" || len(o.Numbers) != 1 || o.Numbers[0].By != "s1" {
		t.Errorf("%+v", o)
	}
	zone := time.UTC
	shut := o.Closing.On(calendar.New(zone))
	for d, works := range map[calendar.Day]bool{day(2026, 12, 28): false, day(2026, 12, 29): false, day(2026, 12, 30): true, day(2026, 4, 3): false,
		day(2026, 5, 5): true, day(2026, 4, 27): false} {
		if shut.WorkingDay(d) != works {
			t.Errorf("%s: works %v", d, !works)
		}
	}
	if calendar.New(zone).WorkingDay(day(2026, 12, 28)) == false {
		t.Error("the closing days of one office are those of all")
	}
	table := shut.Table(2026, 2026)
	kept := calendar.New(zone, table...)
	if kept.WorkingDay(day(2026, 12, 28)) || kept.WorkingDay(day(2026, 4, 3)) || !kept.WorkingDay(day(2026, 12, 30)) {
		t.Errorf("the table does not keep them: %v", table)
	}
	for _, c := range table {
		if c.Day == day(2026, 12, 28) && c.Name != calendar.OfficeClosed {
			t.Errorf("a day keeps the name that somebody gave it: %q", c.Name)
		}
	}
}

package lang

import (
	"sync"
	"testing"
	"time"
)

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestASpeakerSaysWhatTheCatalogueHas(t *testing.T) {
	nl, en := New(NL, amsterdam(t)), New(EN, amsterdam(t))
	for _, tt := range []struct{ got, want string }{
		{nl.T("role.director"), "directeur"},
		{en.T("role.director"), "director"},
		{nl.T("list.or", Args{"A": "directeur", "B": "projectleider"}), "directeur of projectleider"},
		{nl.T("list.or", Args{"A": "directeur"}, Args{"B": "wie ook"}), "directeur of wie ook"},
		{New("fr", amsterdam(t)).T("role.director"), "directeur"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestWhatIsMissingIsSeen(t *testing.T) {
	s := New(NL, amsterdam(t))
	for _, tt := range []struct{ got, want string }{
		{s.T("role.king"), "⟦role.king⟧"},
		{s.N("role.king", 2), "⟦role.king⟧"},
		{s.T("list.or", Args{"A": "directeur"}), "directeur of ⟦?⟧"},
		{s.T("list.or"), "⟦?⟧ of ⟦?⟧"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	if s.Has("role.king") || !s.Has("role.director") || !s.Has("left.days") {
		t.Error("Has does not know what the catalogue has")
	}
}

func TestNumbersDecideBetweenOneAndOther(t *testing.T) {
	nl, en := New(NL, amsterdam(t)), New(EN, amsterdam(t))
	for _, tt := range []struct{ got, want string }{
		{nl.N("left.late-days", 1), "1 dag te laat"},
		{nl.N("left.late-days", 0), "0 dagen te laat"},
		{nl.N("left.late-days", 2), "2 dagen te laat"},
		{en.N("left.late-days", 1), "1 day late"},
		{en.N("left.late-days", 21), "21 days late"},
		{nl.N("reckon.add-hours", 24), "+ 24 uur, dag en nacht"},
		{nl.T("left.late-days", Args{"N": 1}), "1 dag te laat"},
		{nl.T("left.late-days", Args{"N": "1"}), "1 dag te laat"}, // refusals carry text
		{nl.T("left.late-days", Args{"N": "veel"}), "veel dagen te laat"},
		{nl.N("role.director", 2), "directeur"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// The race detector has the last word here.
func TestSpeakersCanBeSharedBetweenSessions(t *testing.T) {
	s := New(NL, amsterdam(t))
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			if got := s.N("left.days", n+2); got == "" {
				t.Error("nothing said")
			}
			if got := s.T("list.or", Args{"A": "a", "B": "b"}); got != "a of b" {
				t.Error(got)
			}
		})
	}
	wg.Wait()
}

func TestFieldsAndChoicesAreNamedPerActionOrForAll(t *testing.T) {
	s := New(NL, amsterdam(t))
	for _, tt := range []struct{ got, want string }{
		{s.FieldTitle("note", "text"), s.T("field.note.text")},
		{s.FieldTitle("approve-feedback", "text"), s.T("field.text")},
		{s.FieldTitle("note", "nothing"), "⟦field.note.nothing⟧"},
		{s.ChoiceTitle("new", "channel", "phone"), s.T("choice.channel.phone")},
		{s.Hint("note", "nothing"), ""},
		{s.Hint("new", "at"), s.T("hint.at")},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func BenchmarkT(b *testing.B) {
	s := New(NL, amsterdam(b))
	for b.Loop() {
		s.T("role.director")
	}
}

func BenchmarkN(b *testing.B) {
	s := New(NL, amsterdam(b))
	for b.Loop() {
		s.N("left.days", 12)
	}
}

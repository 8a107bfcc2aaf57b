package event_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"leermoment/internal/event"
)

// told is an event as any package may declare one.
type told struct {
	Kind  string   `json:"kind" part:"figure"`
	Score int      `json:"score" part:"figure"`
	Name  string   `json:"name"`
	Lines []string `json:"lines,omitempty"`
}

func (told) EventName() string { return "told" }

type other struct{}

func (other) EventName() string { return "other" }

func TestFiguresAndPersonalContentArePartedByTheTag(t *testing.T) {
	figures, personal, err := event.Split(told{Kind: "phone", Score: 8, Name: "A. <b>&</b>"})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(figures); got != `{"kind":"phone","score":8}` {
		t.Errorf("figures %s", got)
	}
	if got := string(personal); got != `{"name":"A. <b>&</b>"}` {
		t.Errorf("personal content, empty fields left out: %s", got)
	}
}

func TestDestroyedPersonalContentLeavesTheFigures(t *testing.T) {
	codec := event.NewCodec(told{}, other{})
	got, err := codec.Decode("told", []byte(`{"kind":"phone","score":8}`), nil)
	if diff := cmp.Diff(told{Kind: "phone", Score: 8}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestCodecKnowsItsEvents(t *testing.T) {
	codec := event.NewCodec(told{}, other{})
	names := codec.Names()
	slices.Sort(names)
	if diff := cmp.Diff([]string{"other", "told"}, names); diff != "" {
		t.Error(diff)
	}
	if e, err := codec.Zero("told"); err != nil || e.EventName() != "told" {
		t.Errorf("%v, %v", e, err)
	}
	if _, err := codec.Zero("newer"); !errors.Is(err, event.ErrUnknown) {
		t.Errorf("zero of an unknown name: %v", err)
	}
	if _, err := codec.Decode("newer", nil, nil); !errors.Is(err, event.ErrUnknown) {
		t.Errorf("an unknown name: %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("two events of one name went unnoticed")
		}
	}()
	event.NewCodec(told{}, told{})
}

func TestAFaultInAStreamIsNamed(t *testing.T) {
	codec := event.NewCodec(told{})
	for _, e := range []event.Envelope{
		{Stream: "2026-001", Seq: 7, Name: "newer"},
		{Stream: "2026-001", Seq: 7, Name: "told", Figures: []byte(`{"score":"eight"}`)},
		{Stream: "2026-001", Seq: 7, Name: "told", Personal: []byte(`{"name"`)},
	} {
		_, err := codec.OpenAll([]event.Envelope{e})
		if err == nil || !strings.Contains(err.Error(), "2026-001, fact 7") {
			t.Errorf("%v does not say which fact", err)
		}
	}
}

func TestSealTellsWhenRandomnessIsOver(t *testing.T) {
	if _, err := event.Seal("x", event.Recorded{Event: other{}}, bytes.NewReader([]byte("short"))); err == nil {
		t.Error("sealed with a salt that is not there")
	}
}

// Whatever somebody types comes back to the letter, control characters and all,
// and the digests are those of what was stored.
func TestSealedFactsOpenAsTheyWere(t *testing.T) {
	codec := event.NewCodec(told{}, other{})
	rapid.Check(t, func(r *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(r, "at"), 0).UTC()
		fact := event.Recorded{Seq: 3, HappenedAt: at, RecordedAt: at, Actor: "s1", Event: told{
			Kind: rapid.String().Draw(r, "kind"), Score: rapid.Int().Draw(r, "score"), Name: rapid.String().Draw(r, "name"),
			Lines: rapid.SliceOfN(rapid.String(), 1, 4).Draw(r, "lines"),
		}}
		sealed, err := event.Seal("2026-001", fact, rand.Reader)
		if err != nil {
			r.Fatal(err)
		}
		opened, err := codec.Open(sealed)
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(fact, opened); diff != "" {
			r.Fatalf("(-sealed +opened):\n%s", diff)
		}
		f, p := sha256.Sum256(sealed.Figures), sha256.Sum256(slices.Concat(sealed.Salt, sealed.Personal))
		if !bytes.Equal(f[:], sealed.FiguresDigest) || !bytes.Equal(p[:], sealed.PersonalDigest) {
			r.Fatal("a digest is not that of its part")
		}
	})
}

// Without the salt nobody can guess a name and see it confirmed by its digest.
func TestEqualContentIsSealedUnequally(t *testing.T) {
	fact := event.Recorded{Event: told{Name: "A. Voorbeeld"}}
	a, _ := event.Seal("x", fact, rand.Reader)
	b, _ := event.Seal("x", fact, rand.Reader)
	if bytes.Equal(a.PersonalDigest, b.PersonalDigest) || len(a.Salt) != 16 {
		t.Error("the personal digest can be guessed")
	}
}

package complaint_test

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// wild is what nobody should fill in.
var wild = []string{"", " ", "\x00", "\xff", "-1", "99999999999999999999", "NaN", "0x10", "true", "ja", "2026-02-30", "0000-00-00", "9999-12-31",
	"9999-12-31T23:59:59Z", "2026-11-24T09:40:00+99:99", "staff:", "staff:dirk", "expert:E-999", "expert:", "2026-001", "M-2026-001", "\u202e", "a@b@c"}

// Whatever is filled into whichever action by whomever: it is refused by a rule,
// its fields are faulty, or it becomes facts that can be stored and folded.
func FuzzActions(f *testing.F) {
	f.Add([]byte("a life"))
	f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 3, 2, 1})
	f.Fuzz(rapid.MakeFuzz(func(r *rapid.T) {
		l := random(r)
		for range rapid.IntRange(1, 8).Draw(r, "actions") {
			spec := rapid.SampledFrom(complaint.Specs()).Draw(r, "action")
			if spec.ID == procedure.NewComplaint || complaint.TakenAt(spec.ID, complaint.AtNotice) || complaint.TakenAt(spec.ID, complaint.AtOffice) ||
				complaint.TakenAt(spec.ID, complaint.AtMeasure) && len(l.measure) == 0 {
				continue
			}
			l.filled(r, spec)
			l.storedLife(r)
			complaint.Duties(l.complaint(), l.p, l.calendar())
			l.wait(r)
		}
	}))
}

// filled takes an action with anything in its fields, known and unknown.
func (l *life) filled(r *rapid.T, spec complaint.Spec) {
	in := complaint.Input{Values: map[string]string{}, Files: map[string]complaint.Attachment{}}
	for _, field := range complaint.OfferOf(l.situation(director), spec).Fields {
		switch rapid.IntRange(0, 5).Draw(r, field.Name) {
		case 0:
		case 1:
			in.Values[field.Name] = rapid.SampledFrom(wild).Draw(r, "wild")
		case 2:
			in.Values[field.Name] = rapid.String().Draw(r, "text")
		case 3:
			in.Files[field.Name] = complaint.Attachment{Name: rapid.String().Draw(r, "file"), Size: rapid.Int64().Draw(r, "size"), Digest: rapid.String().Draw(r, "digest")}
		default:
			if v, ok := answer(r, l, field); ok {
				in.Values[field.Name] = v
			}
		}
	}
	if rapid.IntRange(0, 9).Draw(r, "unknown") == 0 {
		in.Values[rapid.String().Draw(r, "name")] = "x"
	}
	err := l.take(rapid.SampledFrom(l.people).Draw(r, "who"), spec.ID, in)
	var refusal *complaint.Refusal
	var faults complaint.Faults
	if err != nil && !errors.As(err, &refusal) && !errors.As(err, &faults) {
		r.Fatalf("%s: %v is neither a refusal nor faulty fields", spec.ID, err)
	}
}

// fuzzed are those of all streams that a complaint brings about.
func fuzzed() []event.Codec {
	return []event.Codec{complaint.Codec(), complaint.MeasureCodec(), complaint.NoticeCodec(), complaint.ExpertCodec()}
}

// Whatever stands in a file under the name of an event: it is read or it is an
// error, and what was read is the same when it is written and read again, and
// can be folded, without its personal part too.
func FuzzEvents(f *testing.F) {
	for i, c := range fuzzed() {
		for _, name := range c.Names() {
			e, err := c.Zero(name)
			if err != nil {
				f.Fatal(err)
			}
			figures, personal, err := event.Split(e)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint8(i), name, figures, personal)
		}
	}
	f.Add(uint8(0), "noted", []byte(`{"by":["`), []byte(`{"text":"\ud800"}`))
	f.Add(uint8(0), "of-a-newer-program", []byte(`{}`), []byte(nil))
	f.Fuzz(func(t *testing.T, which uint8, name string, figures, personal []byte) {
		c := fuzzed()[int(which)%len(fuzzed())]
		e, err := c.Decode(name, figures, personal)
		if err != nil {
			return
		}
		again, rest, err := event.Split(e)
		if err != nil {
			t.Fatal(err)
		}
		second, err := c.Decode(name, again, rest)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s\n%s", err, again, rest)
		}
		third, fourth, err := event.Split(second)
		if err != nil || !reflect.DeepEqual([][]byte{again, rest}, [][]byte{third, fourth}) {
			t.Fatalf("%v: %s%s became %s%s", err, again, rest, third, fourth)
		}
		without, err := c.Decode(name, figures, nil)
		if err != nil {
			return
		}
		for _, x := range []event.Event{e, without} {
			facts := []event.Recorded{{Seq: 1, Event: x}, {Seq: 2, Event: x}}
			var err error
			switch int(which) % len(fuzzed()) {
			case 0:
				_, err = complaint.Fold("2026-001", facts)
			case 1:
				_, err = complaint.FoldMeasure("M-2026-001", facts)
			case 2:
				_, err = complaint.FoldNotice("N-2026-001", facts)
			default:
				_, err = complaint.FoldExpert("E-001", facts)
			}
			if err != nil {
				t.Fatalf("%s cannot be folded: %v", name, err)
			}
		}
	})
}

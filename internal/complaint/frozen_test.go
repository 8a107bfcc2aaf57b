package complaint_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// frozen is every event as it once stood on disk. A stored event has to be read
// for ever, so neither the files of testdata/events nor what stands here is ever
// changed: an event that gets a field gets a second file beside the first
// (NAME.2.json), and the first still reads as it did.
var frozen = map[string]event.Event{
	"received": complaint.ReceivedEvent{
		Procedure: "3f1c", Closed: []calendar.Closed{{Day: calendar.Day{Year: 2026, Month: time.December, Day: 25}, Name: "Eerste kerstdag"}},
		ReceivedAt: time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC), Channel: complaint.ByPhone, ComplainantKind: complaint.Participant,
		SeriousSuspected: true, Category: "trainer", Form: frozenForm},
	"owner-assigned":    complaint.OwnerAssignedEvent{Owner: "s2", Rule: complaint.ChosenOwner, Reason: "Vakantie"},
	"receipt-confirmed": complaint.ReceiptConfirmedEvent{By: complaint.Mailed, To: "a@example.org", Text: "Ontvangen."},
	"assessed":          complaint.AssessedEvent{NoComplaint: true, Severity: complaint.SeriousCase, Alone: true, Reason: "Claim."},
	"consulted":         complaint.ConsultedEvent{With: "Omar", Result: "Bellen."},
	"form-completed": complaint.FormCompletedEvent{Channel: complaint.ByMail, ComplainantKind: complaint.Client, SeriousSuspected: true,
		Category: "venue", Concerned: true, Version: 1, Form: frozenForm},
	"copy-sent":            complaint.CopySentEvent{Recipient: complaint.ToPerson, By: complaint.CopyLeft, To: "E-004", Text: "Kopie.", Reason: "Veiligheid."},
	"finding-recorded":     complaint.FindingRecordedEvent{Statement: true, Course: true, SpokenWith: "E-004", Said: "De trein viel uit.", CourseOfEvents: "17-11 begin 10.30"},
	"information-recorded": complaint.InformationRecordedEvent{Needed: true, Information: "Foto."},
	"delay-announced": complaint.DelayAnnouncedEvent{Until: calendar.Day{Year: 2027, Month: time.January, Day: 15}, By: complaint.Posted,
		Reason: "Ziekte", To: "Dorpsstraat 1", Text: "Uitstel."},
	"resolution-proposed":   complaint.ResolutionProposedEvent{Accepted: complaint.Unknown, Proposal: "Inhaalles", With: "A. Voorbeeld"},
	"acceptance-recorded":   complaint.AcceptanceRecordedEvent{Accepted: complaint.No, ForGood: true, Quote: "Nee."},
	"judged":                complaint.JudgedEvent{Verdict: complaint.Partly, Reasons: "Een uur korter."},
	"person-addressed":      complaint.PersonAddressedEvent{With: "E-004", Summary: "Besproken."},
	"recurrence-prevented":  complaint.RecurrencePreventedEvent{Needed: true, What: "Vooraf melden."},
	"feedback-approved":     complaint.FeedbackApprovedEvent{Text: "U krijgt een inhaalles."},
	"feedback-sent":         complaint.FeedbackSentEvent{By: complaint.Mailed, SamePerson: true, To: "a@example.org", Text: "U krijgt een inhaalles."},
	"organisation-informed": complaint.OrganisationInformedEvent{Whom: "teamoverleg", What: "Inhaalles."},
	"categorised":           complaint.CategorisedEvent{Category: "organisation"},
	"cause-determined":      complaint.CauseDeterminedEvent{Cause: "planning", Depth: 2, Whys: []string{"Trein", "Geen plan"}},
	"satisfaction-measured": complaint.SatisfactionMeasuredEvent{Answered: true, Score: 8, Means: complaint.ByPhone, Remark: "Netjes."},
	"satisfaction-asked":    complaint.SatisfactionAskedEvent{By: complaint.Mailed, To: "a@example.org", Text: "Hoe tevreden bent u?"},
	"lesson-recorded":       complaint.LessonRecordedEvent{Learned: true, Lesson: "Reistijd ruimer."},
	"measure-decided": complaint.MeasureDecidedEvent{Measure: "M-2026-001", Owner: "s2", By: calendar.Day{Year: 2027, Month: time.January, Day: 15},
		What: "Reserveplan"},
	"no-measure-decided": complaint.NoMeasureDecidedEvent{Reason: "Eenmalig."},
	"measure-done":       complaint.MeasureDoneEvent{Measure: "M-2026-001"},
	"noted":              complaint.NotedEvent{Text: "Gebeld.\n\x1b[31m"},
	"noted.2":            complaint.NotedEvent{About: "receipt-confirmation", Text: "De mailserver lag eruit."},
	"taken-back":         complaint.TakenBackEvent{Fact: 4, Name: "judged", Late: []string{"assessment"}, Reason: "Vergissing."},
	"withdrawn.2":        complaint.WithdrawnEvent{Means: complaint.ByPhone, Late: []string{"lesson"}, Words: "Laat maar."},
	"attached":           complaint.AttachedEvent{Size: 12, Name: "foto.jpg", Digest: "9f86d081", Description: "De zaal"},
	"corrected": complaint.CorrectedEvent{ReceivedAt: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), OldReceivedAt: time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC),
		Concerned: true, Changes: []complaint.Change{{Field: "subject", Old: "Laat", New: "Te laat"}}, Reason: "Tikfout"},
	"corrected.2": complaint.CorrectedEvent{OtherPerson: true, Late: []string{"receipt-confirmation"}, Concerned: true,
		Changes: []complaint.Change{{Field: "person_concerned", Old: "staff:bob", New: "expert:E-004"}}, Reason: "Andere trainer"},
	"information-asked": complaint.InformationAskedEvent{Means: complaint.ByMail, Question: "Welke les was het?"},
	"referral": complaint.ReferralEvent{Answer: complaint.Yes, Offered: calendar.Day{Year: 2026, Month: time.December, Day: 1},
		Independent: "dr. Jack Linssen", Consent: "Per brief.", Remark: "Graag spoed."},
	"ruling-recorded": complaint.RulingRecordedEvent{Ruled: calendar.Day{Year: 2026, Month: time.December, Day: 20}, Favour: complaint.ForBoth, Orders: true,
		By: calendar.Day{Year: 2027, Month: time.January, Day: 15}, Ruling: "Deels gelijk.", What: "Helft terugbetalen."},
	"ruling-carried-out": complaint.RulingCarriedOutEvent{Done: "Terugbetaald."},
	"withdrawn":          complaint.WithdrawnEvent{Means: complaint.ByPhone, Words: "Laat maar."},
	"reopened":           complaint.ReopenedEvent{Late: []string{"resolution"}, Lifted: []string{"address-person"}, Reason: "Toch niet tevreden."},
	"held":               complaint.HeldEvent{Reason: "Claim."},
	"hold-released":      complaint.HoldReleasedEvent{Reason: "Claim vervallen."},
	"linked":             complaint.LinkedEvent{To: "2026-002", Reason: "Dezelfde training."},
	"assessor-appointed": complaint.AssessorAppointedEvent{Assessor: "s2"},
	"effect-checked":     complaint.EffectCheckedEvent{Measure: "M-2026-001", Fell: complaint.Yes},
	"measure-checked":    complaint.MeasureCheckedEvent{Fell: complaint.Yes, Remark: "Geen klachten meer."},
	"notice-filed": complaint.NoticeFiledEvent{ReceivedAt: time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC), Channel: complaint.ByPhone,
		Sender:  complaint.NoticeSender{Name: "A. Voorbeeld", Organisation: "Voorbeeld BV", Email: "a@example.org", Phone: "06 12345678"},
		Subject: "Te laat", Description: "Om 10.30."},
	"notice-accepted":  complaint.NoticeAcceptedEvent{Complaint: "2026-001"},
	"notice-set-aside": complaint.NoticeSetAsideEvent{Why: complaint.AsideReply, Complaint: "2026-001", Reason: "Hoort daarbij."},
	"expert-judged":    complaint.ExpertJudgedEvent{Insufficient: true, Expert: "E-004", Finding: "Vaak te laat."},
	"expert-measure-taken": complaint.ExpertMeasureTakenEvent{Kind: complaint.ExcludedAtClient, Until: calendar.Day{Year: 2027, Month: time.January, Day: 15},
		Expert: "E-004", Client: "Gemeente", What: "Een jaar niet."},
	"expert-added": complaint.ExpertAddedEvent{Name: "E. Voorbeeld", Email: "a@example.org", Phone: "06 12345678"},
	"expert-found": complaint.ExpertFoundEvent{Insufficient: true, Source: complaint.FromEvaluation, Complaint: "2026-001", Finding: "Vaak te laat."},
	"expert-measured": complaint.ExpertMeasuredEvent{Kind: complaint.Retraining, Until: calendar.Day{Year: 2027, Month: time.January, Day: 15},
		Complaint: "2026-001", Client: "Gemeente", What: "Cursus."},
	"measure-handed-over": complaint.MeasureHandedOverEvent{Owner: "s2"},
	"waived":              complaint.WaivedEvent{Obligation: "address-person", Reason: "Werkt hier niet meer."},
	"settled":             complaint.SettledEvent{Ending: procedure.Agreed},
	"completed":           complaint.CompletedEvent{},

	"measure-opened": complaint.MeasureOpenedEvent{Complaint: "2026-001", Owner: "s2", By: calendar.Day{Year: 2027, Month: time.January, Day: 15},
		What: "Reserveplan"},
	"measure-completed": complaint.MeasureCompletedEvent{Result: "Staat in elk draaiboek."},
}

var frozenForm = complaint.FormDetails{ComplainantName: "A. Voorbeeld", Organisation: "Voorbeeld BV", Email: "a@example.org",
	Phone: "06 12345678", Address: "Dorpsstraat 1", UnreachableReason: "Anoniem", Subject: "Te laat", Description: "Om 10.30.",
	RemedySought: "Inhaalles", PersonConcerned: "expert:E-004", Course: "BHV", Client: "Gemeente"}

type stored struct {
	Figures  json.RawMessage `json:"figures"`
	Personal json.RawMessage `json:"personal"`
}

func readFrozen(t testing.TB, file string) stored {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "events", file+".json"))
	if err != nil {
		t.Fatal("an event is frozen the day it is made: ", err)
	}
	var s stored
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// codecs are those of complaints and of measures, by event name.
func codecs(t testing.TB) map[string]event.Codec {
	t.Helper()
	all := map[string]event.Codec{}
	for _, c := range []event.Codec{complaint.Codec(), complaint.MeasureCodec(), complaint.NoticeCodec(), complaint.ExpertCodec()} {
		for _, name := range c.Names() {
			all[name] = c
		}
	}
	return all
}

func TestEveryEventReadsAsItWasOnceStored(t *testing.T) {
	all := codecs(t)
	for file, want := range frozen {
		t.Run(file, func(t *testing.T) {
			s := readFrozen(t, file)
			codec, ok := all[want.EventName()]
			if !ok {
				t.Fatal("the codec has forgotten this event")
			}
			got, err := codec.Decode(want.EventName(), s.Figures, s.Personal)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A new event, or a new field, is frozen before it is used.
func TestEveryEventAndFieldIsFrozen(t *testing.T) {
	for name, codec := range codecs(t) {
		zero, _ := codec.Zero(name)
		for i := range reflect.TypeOf(zero).NumField() {
			field := reflect.TypeOf(zero).Field(i).Name
			if !slices.ContainsFunc(frozenOf(name), func(e event.Event) bool { return !reflect.ValueOf(e).Field(i).IsZero() }) {
				t.Errorf("%s.%s is in no frozen event", name, field)
			}
		}
		if len(frozenOf(name)) == 0 {
			t.Errorf("%s is not frozen", name)
		}
	}
}

func frozenOf(name string) (out []event.Event) {
	for _, e := range frozen {
		if e.EventName() == name {
			out = append(out, e)
		}
	}
	return out
}

func TestWhatIsWrittenTodayIsWhatWasFrozen(t *testing.T) {
	for file, e := range frozen {
		if strings.Contains(file, ".") {
			continue // an older form of an event is read, no longer written
		}
		figures, personal, err := event.Split(e)
		if err != nil {
			t.Fatal(err)
		}
		s := readFrozen(t, file)
		if diff := cmp.Diff([]any{plain(t, s.Figures), plain(t, s.Personal)}, []any{plain(t, figures), plain(t, personal)}); diff != "" {
			t.Errorf("%s (-frozen +written):\n%s", file, diff)
		}
	}
}

func plain(t testing.TB, text []byte) (v map[string]any) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestUnknownEventIsRefused(t *testing.T) {
	for _, codec := range []event.Codec{complaint.Codec(), complaint.MeasureCodec()} {
		if _, err := codec.Decode("of-a-newer-program", []byte("{}"), nil); !errors.Is(err, event.ErrUnknown) {
			t.Errorf("%v is not event.ErrUnknown", err)
		}
	}
	if _, err := complaint.Fold("2026-001", []event.Recorded{{Seq: 1, Event: complaint.MeasureOpenedEvent{}}}); !errors.Is(err, event.ErrUnknown) {
		t.Errorf("an event of a measure in a complaint: %v", err)
	}
	if _, err := complaint.FoldMeasure(measureID, []event.Recorded{{Seq: 1, Event: complaint.NotedEvent{}}}); !errors.Is(err, event.ErrUnknown) {
		t.Errorf("an event of a complaint in a measure: %v", err)
	}
}

// Once the personal content is destroyed only the figures are left: every
// complaint still folds, its duties are reckoned, and every action answers.
func TestFoldIsTotalWithoutPersonalContent(t *testing.T) {
	at := time.Date(2026, 11, 24, 8, 40, 0, 0, time.UTC)
	bare := func(name string, seq int) event.Recorded {
		e, err := codecs(t)[name].Decode(name, readFrozen(t, name).Figures, nil)
		if err != nil {
			t.Fatal(err)
		}
		return event.Recorded{Seq: seq, HappenedAt: at, RecordedAt: at, Actor: "s1", Event: e}
	}
	for _, name := range complaint.Codec().Names() {
		for _, facts := range [][]event.Recorded{{bare(name, 1)}, {bare("received", 1), bare("measure-decided", 2), bare(name, 3)}} {
			l := newLife(t)
			l.facts = facts
			for _, o := range complaint.Offers(l.situation(director)) {
				complaint.NextAction(l.situation(director), complaint.Duty{Obligation: procedure.Obligation{MetBy: o.Spec.Brings}})
			}
			if got := len(complaint.Duties(l.complaint(), l.p, l.calendar())); got != len(l.p.Obligations) {
				t.Errorf("%s: %d duties of %d obligations", name, got, len(l.p.Obligations))
			}
		}
	}
	for _, name := range complaint.MeasureCodec().Names() {
		if m, err := complaint.FoldMeasure(measureID, []event.Recorded{bare(name, 1)}); err != nil || m.What != "" {
			t.Errorf("%s: %v, %v", name, m, err)
		}
	}
}

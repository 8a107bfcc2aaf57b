package complaint_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/event"
)

// figures are the fields that stay when a complaint's personal content is
// destroyed (S38). From none of them may a person be recognised, and none holds
// what somebody typed: before a field comes to this list somebody has looked at
// what it can hold. Owner and Measure are opaque ids; Procedure is a digest;
// Category, Cause and Obligation are ids of the procedure's lists.
var figures = map[string][]string{
	"received":              {"Procedure", "Closed", "ReceivedAt", "Channel", "ComplainantKind", "SeriousSuspected", "Category"},
	"owner-assigned":        {"Owner", "Rule"},
	"receipt-confirmed":     {"By"},
	"assessed":              {"NoComplaint", "Severity", "Alone"},
	"form-completed":        {"Channel", "ComplainantKind", "SeriousSuspected", "Category", "Concerned", "Version"},
	"copy-sent":             {"Recipient", "By"},
	"finding-recorded":      {"Statement", "Course"},
	"information-recorded":  {"Needed"},
	"delay-announced":       {"Until", "By"},
	"resolution-proposed":   {"Accepted"},
	"acceptance-recorded":   {"Accepted", "ForGood"},
	"judged":                {"Verdict"},
	"recurrence-prevented":  {"Needed"},
	"feedback-sent":         {"By", "SamePerson"},
	"categorised":           {"Category"},
	"cause-determined":      {"Cause", "Depth"},
	"satisfaction-measured": {"Answered", "Score", "Means"},
	"satisfaction-asked":    {"By"},
	"lesson-recorded":       {"Learned"},
	"measure-decided":       {"Measure", "Owner", "By"},
	"measure-done":          {"Measure"},
	"attached":              {"Size"},
	"corrected":             {"ReceivedAt", "OldReceivedAt", "Concerned", "OtherPerson", "Late"},
	"information-asked":     {"Means"},
	"referral":              {"Answer", "Offered"},
	"ruling-recorded":       {"Ruled", "Favour", "Orders", "By"},
	"withdrawn":             {"Means", "Late"},
	"reopened":              {"Late", "Lifted"},
	"linked":                {"To"},
	"assessor-appointed":    {"Assessor"},
	"effect-checked":        {"Measure", "Fell"},
	"measure-checked":       {"Fell"},
	"noted":                 {"About"},
	"taken-back":            {"Fact", "Name", "Late"},
	"notice-filed":          {"ReceivedAt", "Channel"},
	"notice-accepted":       {"Complaint"},
	"notice-set-aside":      {"Why", "Complaint"},
	"expert-judged":         {"Insufficient"},
	"expert-measure-taken":  {"Kind", "Until"},
	"expert-found":          {"Insufficient", "Source", "Complaint"},
	"expert-measured":       {"Kind", "Until", "Complaint"},
	"measure-handed-over":   {"Owner"},
	"waived":                {"Obligation"},
	"settled":               {"Ending"},
	"measure-opened":        {"Complaint", "Owner", "By"},
}

func TestNoFigureWithoutReview(t *testing.T) {
	for name, codec := range codecs(t) {
		zero, err := codec.Zero(name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for f := range fields(reflect.TypeOf(zero)) {
			if event.IsFigure(f) {
				got = append(got, f.Name)
			}
		}
		want := slices.Clone(figures[name])
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("figures of %s (-reviewed +declared):\n%s", name, diff)
		}
	}
}

func fields(of reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range of.NumField() {
			if !yield(of.Field(i)) {
				return
			}
		}
	}
}

// What somebody typed never gets into the figures.
func TestFreeTextStaysOutOfTheFigures(t *testing.T) {
	for file, e := range frozen {
		figures, _, err := event.Split(e)
		if err != nil {
			t.Fatal(err)
		}
		for _, typed := range []string{"Voorbeeld", "example.org", "12345678", "Dorpsstraat", "E-004", "Inhaalles", "Ziekte", "Gebeld", "foto", "Gemeente"} {
			if strings.Contains(string(figures), typed) {
				t.Errorf("%s: %q in the figures %s", file, typed, figures)
			}
		}
	}
}

package complaint

// Channel is how a complaint came in (S06).
type Channel string

// The channels of the incident form.
const (
	ByPhone      Channel = "phone"
	ByMail       Channel = "mail"
	InPerson     Channel = "in-person"
	ByLetter     Channel = "letter"
	OtherChannel Channel = "other"
)

// Kind is what the complainant is to the organisation (S14: internal ones too).
type Kind string

// The kinds of complainant.
const (
	Client      Kind = "client"
	Participant Kind = "participant"
	Internal    Kind = "internal"
	OtherKind   Kind = "other"
)

// Severity is the director's judgement of a complaint (S19).
type Severity string

// Serious may lead to a claim and is solved urgently.
const (
	UnknownSeverity Severity = "unknown"
	Normal          Severity = "normal"
	SeriousCase     Severity = "serious"
)

// Nobody in PersonConcerned says that the complaint is about no person.
const Nobody = "nobody"

// None in RemedySought says that the complainant asks for nothing.
const None = "none"

// Form is the incident form and the registration form in one (S06, S12): the
// first part is filled on the phone, the whole of it in step 2.
type Form struct {
	Channel           Channel
	ComplainantKind   Kind
	ComplainantName   string
	Organisation      string
	Email             string
	Phone             string
	Address           string
	UnreachableReason string // why nobody can write to the complainant
	Subject           string
	Description       string
	RemedySought      string
	PersonConcerned   string // staff:LOGIN, expert:E-001, free text, or "nobody"
	Course            string
	Client            string
	SeriousSuspected  bool
	Category          string // proposed, until it is confirmed in step 5
}

// Reachable says whether the complainant can be written to, by mail or post.
func (f Form) Reachable() bool { return f.Email != "" || f.Address != "" }

// text lists the form's free texts by their field names, in the form's order.
func (f *Form) text() []textField {
	return []textField{
		{"complainant_name", &f.ComplainantName, Text}, {"organisation", &f.Organisation, Text},
		{"email", &f.Email, Text}, {"phone", &f.Phone, Text}, {"address", &f.Address, Text},
		{"unreachable_reason", &f.UnreachableReason, Text},
		{"course", &f.Course, Text}, {"client", &f.Client, Text},
		{"person_concerned", &f.PersonConcerned, PersonKind},
		{"subject", &f.Subject, Text}, {"description", &f.Description, LongText},
		{"remedy_sought", &f.RemedySought, Text},
	}
}

type textField struct {
	name  string
	value *string
	kind  FieldKind
}

// FormFields are the names of the form's fields in their order.
func FormFields() []string {
	names := []string{"received_at", "channel", "complainant_kind"}
	for _, t := range new(Form).text() {
		names = append(names, t.name)
	}
	return append(names, "serious_suspected", "category")
}

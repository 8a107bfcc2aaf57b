package office

import (
	"context"
	"errors"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// ErrStale says that somebody else was first: (stream, sequence) is taken.
var ErrStale = errors.New("changed by somebody else meanwhile")

// ErrNotFound says that there is nothing under that name, or nothing that the
// viewer may know of.
var ErrNotFound = errors.New("not found")

// Store keeps everything in one file.
type Store interface {
	// Write runs one change: all of it or nothing, one at a time over all programs.
	Write(ctx context.Context, change func(Tx) error) error
	// Read runs on one unchanging view of the file.
	Read(ctx context.Context, read func(Tx) error) error
	// Version changes whenever any program has changed what is seen: facts, and
	// which incident forms are half filled in.
	Version(ctx context.Context) (int64, error)
}

// Tx is the file within one Write or Read.
type Tx interface {
	Log
	Numbers
	Register
	Drafts
	Files
	Rules
	Papers
	Supervision
	Keys
	History
	Likings
}

// Log is the recorded facts. A stream that does not exist is empty.
type Log interface {
	Stream(ctx context.Context, stream string) ([]event.Envelope, error)
	// StreamFrom are the facts of a stream from that place (1 is the first), and of
	// how many of all its facts the personal part was destroyed; 0 where there are no
	// facts from there.
	StreamFrom(ctx context.Context, stream string, seq int) (facts []event.Envelope, destroyed int, err error)
	// Append adds facts to the ends of their streams; ErrStale where a place is taken.
	Append(ctx context.Context, facts []event.Envelope) error
	// Streams are the names of all streams, in order of their first fact.
	Streams(ctx context.Context) ([]string, error)
	// Ends are the last facts of all streams.
	Ends(ctx context.Context) (map[string]End, error)
	// LastRecorded is when the last fact of all was recorded; zero where there is none.
	LastRecorded(ctx context.Context) (time.Time, error)
}

// End is the last fact of a stream: its place, and the digest of its content.
type End struct {
	Seq    int
	Digest string
}

// Series is a kind of number: complaints, measures, staff.
type Series string

// The series; complaints, measures and notices are numbered per year, staff and
// experts with year 0.
const (
	ComplaintSeries Series = "complaint"
	MeasureSeries   Series = "measure"
	NoticeSeries    Series = "notice"
	ExpertSeries    Series = "expert"
	StaffSeries     Series = "staff"
)

// Numbers hands out numbers without gaps.
type Numbers interface {
	Peek(ctx context.Context, series Series, year int) (int, error) // the next, not taken
	Take(ctx context.Context, series Series, year int) (int, error)
}

// Rules keeps the texts of procedures by their digest.
type Rules interface {
	PutRules(ctx context.Context, digest string, text []byte) error
	RulesOf(ctx context.Context, digest string) ([]byte, error) // ErrNotFound
}

// Row is the read model of one complaint. It can be thrown away and rebuilt
// from the log.
type Row struct {
	Number       string
	Year, Serial int
	Seq          int
	ReceivedAt   time.Time
	RecordedAt   time.Time
	Phase        procedure.Phase
	Outcome      procedure.Ending
	Step         procedure.StepID
	Severity     complaint.Severity
	Category     string
	Channel      complaint.Channel
	Kind         complaint.Kind
	Owner        string // ID
	Assessor     string // ID of who acts as the director, or ""
	Concerned    string // login of the member of staff it is about, or ""
	Complainant  string
	Organisation string
	Email        string
	Subject      string
	Measures     []string
	Search       string // everything that search looks in
	Duties       []DutyRow
}

// DutyRow is a duty's moments as they are stored; with now they give its
// status (complaint.Duty.Status says how). Zero moments are stored as NULL.
type DutyRow struct {
	Position      int
	ID            string
	Step          procedure.StepID
	OwedBy        procedure.Role
	StartsAt      time.Time
	SoonAt        time.Time
	DueAt         time.Time
	OriginalDueAt time.Time
	MetAt         time.Time
	LateFor       bool
	NotApplicable bool
	Waived        bool
	Personnel     bool // a personnel matter (S40): for who sees all, and the owner
	Actionable    bool // somebody can do something about it (it is met by something)
}

// View is a part of the register.
type View string

// The views of the register.
const (
	Todo          View = "todo"
	Mine          View = "mine"
	OverdueView   View = "overdue"
	HandlingView  View = "handling"
	LearningView  View = "learning"
	CompletedView View = "completed"
	All           View = "all"
)

// MostCounted is the highest count of a view: that many, or more. Nobody works
// off a list by such a number, and to count on takes as long as to read it all.
const MostCounted = 1000

// Counted is a count as it is said: how many and, where it ended there, that there
// are more.
func Counted(count int) (n int, over bool) {
	if count >= MostCounted {
		return MostCounted - 1, true
	}
	return count, false
}

// Views are the views of the register in the order of their tabs.
func Views() []View {
	return []View{Todo, Mine, OverdueView, HandlingView, LearningView, CompletedView, All}
}

// Query asks for a page of the register. Sight is what the viewer may see whole.
type Query struct {
	View     View
	Search   string // words, each a prefix, accents and case ignored; "" is all
	Category string
	// Categories are those that count as Category, which were merged into it; nil
	// is Category alone. The office fills it in, as it does Steps, Now and Sight.
	Categories []string
	Owner      string // ID
	Order      Order
	Limit      int  // 0: all
	Counts     bool // count the views as well
	// After is the line behind which the page begins, as it was read, and Offset how
	// many lines were before the page: lists that have to be sorted whole go by the
	// offset, all others by the line. nil and 0 are the beginning.
	After  *Line
	Offset int
	Now    time.Time
	Steps  []procedure.StepID // in their order, for who sorts by them
	Sight  Sight
}

// Sight is whose complaints a viewer sees whole, and what he owes.
type Sight struct {
	Viewer    string           // ID
	Login     string           // complaints about this login are never seen whole
	Roles     []procedure.Role // those he holds
	All       bool             // sees all but those about himself
	Personnel bool             // personnel matters among them too (S40)

	StandsInFor []StoodIn // as a deputy
	Instead     string    // login of the office manager whose duties are the viewer's in complaints about him, or ""
}

// StoodIn is somebody for whom a viewer stands in: he sees whole what that
// person does, but not what is about that person.
type StoodIn struct {
	ID    string `json:"id"`
	Login string `json:"login"`
	All   bool   `json:"all"`
}

// Line is a row of the register with its next duty as of Query.Now. Next is the
// zero DutyRow where nothing is open. Due is when Next is due, or else the
// first end of anything open: first of what the same role owes; Overdue says that something open is too late.
// Whole says that the viewer may see more than the outline; About that it is
// about himself, and then all but number, step and phase is empty.
type Line struct {
	Row
	Next    DutyRow
	Due     time.Time
	Overdue bool
	Whole   bool
	About   bool
}

// Register is the read models of complaints.
type Register interface {
	// Project replaces the read models of complaints; many at once are quicker.
	Project(ctx context.Context, rows ...Row) error
	// Lines gives a page; rows come without Search and Duties.
	Lines(ctx context.Context, q Query) ([]Line, error)
	// Count counts each view for the viewer at Query.Now (search, category and owner
	// count too), up to MostCounted.
	Count(ctx context.Context, q Query) (map[View]int, error)
	// Projected is a complaint's read model as it is kept; ErrNotFound.
	Projected(ctx context.Context, number string) (Row, error)
	// DutiesOf are the stored duties of one complaint, in order.
	DutiesOf(ctx context.Context, number string) ([]DutyRow, error)
	// Earlier are complaints by the same e-mail address, or a like name or
	// organisation, newest first; only those the sight sees whole.
	Earlier(ctx context.Context, who Same, sight Sight, limit int) ([]Row, error)
	// MeasureHome is the complaint from which a measure was decided; ErrNotFound.
	MeasureHome(ctx context.Context, measure string) (string, error)
	// Forget throws all read models away, to be rebuilt.
	Forget(ctx context.Context) error
}

// Same is who is being looked for among earlier complaints.
type Same struct{ Name, Organisation, Email, Except string }

// Draft is a half-filled form of one person. Subject and Action say where it
// belongs; Action "new" with Subject "" is an incident form.
type Draft struct {
	ID      string
	Person  string // ID
	Subject string
	Action  procedure.ActionID
	Values  map[string]string
	SavedAt time.Time
}

// Busy is somebody (an ID, or a name where it is shown) who is at work on a
// subject, and since when he kept something.
type Busy struct {
	Person string
	At     time.Time
}

// Drafts keeps half-filled forms. There is one per person, subject and action,
// but any number of incident forms.
type Drafts interface {
	SaveDraft(ctx context.Context, d Draft) error // by ID
	DropDraft(ctx context.Context, id string) error
	// DraftsOf are one person's, or everybody's incident forms when person is "".
	DraftsOf(ctx context.Context, person string) ([]Draft, error)
	// BusyOn are those but one person (IDs) who kept something half filled in on a
	// subject since then, the last of them first.
	BusyOn(ctx context.Context, subject, but string, since time.Time) ([]Busy, error)
}

// Files keeps attachments by their digest (hex SHA-256).
type Files interface {
	PutFile(ctx context.Context, stream, digest string, content []byte) error
	File(ctx context.Context, stream, digest string) ([]byte, error) // ErrNotFound
}

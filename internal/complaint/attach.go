package complaint

import (
	"time"

	"leermoment/internal/event"
)

// Attach keeps a file with the complaint.
type Attach struct {
	File        Attachment
	Description string
}

// Fields implements Action. A file field's value is the file's name; the
// content comes beside it.
func (a *Attach) Fields(*Situation) []Field {
	file := Field{Name: "file", Kind: FileKind, Required: true, set: func(string, *time.Location) *Fault {
		if a.File.Digest == "" {
			return fault("file")
		}
		return nil
	}}
	return []Field{file, text("description", &a.Description)}
}

func (a *Attach) takeFiles(files map[string]Attachment, given map[string]string) {
	if f, ok := files["file"]; ok {
		a.File = f
		given["file"] = f.Name
	}
}

// Guard implements Action.
func (a *Attach) Guard(*Situation) *Refusal { return nil }

// Decide implements Action.
func (a *Attach) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{AttachedEvent{a.File.Size, a.File.Name, a.File.Digest, a.Description}}, nil
}

// AttachedEvent: a file was kept. Size is in bytes; Digest is its hex SHA-256.
type AttachedEvent struct {
	Size        int64  `json:"size" part:"figure"`
	Name        string `json:"name"`
	Digest      string `json:"digest"`
	Description string `json:"description"`
}

// EventName implements event.Event.
func (AttachedEvent) EventName() string { return "attached" }

func (e AttachedEvent) apply(c *Complaint, r event.Recorded) {
	c.Files = append(c.Files, Attachment{e.Name, e.Size, e.Digest})
}

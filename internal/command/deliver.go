package command

import "errors"

// deliver writes to the file that was asked for, else to standard output. A
// terminal gets no bytes that are not meant to be read there.
func (a *app) deliver(file string, content []byte) error {
	if file == "" || file == "-" {
		if a.edge.Terminal {
			return misuse("usage.terminal", nil)
		}
		_, err := a.edge.Out.Write(content)
		return err
	}
	err := a.edge.WriteFile(file, content)
	if errors.Is(err, ErrRemotePath) {
		return unreadable("output", err)
	}
	return err
}

package procedure

import (
	"fmt"
	"strings"
)

// lineIndex knows on which line each table and key of a TOML file stands, by
// path: "obligation[3].title.nl". The TOML library tells lines for faults of
// syntax only.
type lineIndex map[string]int

// of gives the line of a path, or of the nearest thing around it.
func (x lineIndex) of(path string) int {
	for path != "" {
		if line, ok := x[path]; ok {
			return line
		}
		path = path[:max(0, strings.LastIndexByte(path, '.'))]
	}
	return 1
}

// indexLines reads a text that is known to be right TOML.
func indexLines(text string) lineIndex {
	index := lineIndex{}
	elements := map[string]int{} // array of tables → how many there are
	prefix := ""
	value := valueScan{}
	for i, line := range strings.Split(text, "\n") {
		if value.open() {
			value.read(line)
			continue
		}
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case strings.HasPrefix(line, "[["):
			name := keyPath(line[2:strings.Index(line, "]]")])
			elements[name]++
			prefix = resolve(name, elements)
			index[prefix] = i + 1
		case line[0] == '[':
			prefix = resolve(keyPath(line[1:strings.IndexByte(line, ']')]), elements)
			index[prefix] = i + 1
		default:
			key, rest, _ := strings.Cut(line, "=")
			index[join(prefix, keyPath(key))] = i + 1
			value.read(rest)
		}
	}
	return index
}

// resolve names the element that a header means: the last one of each array of tables.
func resolve(name string, elements map[string]int) string {
	path, plain := "", ""
	for part := range strings.SplitSeq(name, ".") {
		path, plain = join(path, part), join(plain, part)
		if n := elements[plain]; n > 0 {
			path = element(path, n-1)
		}
	}
	return path
}

func keyPath(key string) string {
	parts := strings.Split(key, ".")
	for i, p := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(p), `"'`)
	}
	return strings.Join(parts, ".")
}

func join(prefix, key string) string {
	if prefix == "" {
		return key
	}
	return prefix + "." + key
}

func element(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }

// valueScan follows a value over the lines that it takes.
type valueScan struct {
	depth int    // of brackets and braces
	long  string // the closing quotes of a string of several lines, while in one
}

func (v *valueScan) open() bool { return v.depth > 0 || v.long != "" }

func (v *valueScan) read(line string) {
	for line != "" {
		if v.long != "" {
			end := closing(line, v.long)
			if end < 0 {
				return
			}
			line, v.long = line[end:], ""
			continue
		}
		switch c := line[0]; {
		case strings.HasPrefix(line, `"""`) || strings.HasPrefix(line, `'''`):
			v.long, line = line[:3], line[3:]
			continue
		case c == '"' || c == '\'':
			line = line[1+max(0, closing(line[1:], line[:1])):]
			continue
		case c == '#':
			return
		case c == '[' || c == '{':
			v.depth++
		case c == ']' || c == '}':
			v.depth--
		}
		line = line[1:]
	}
}

// closing is where text goes on after the closing quotes, -1 when they are not there.
func closing(text, quotes string) int {
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && quotes[0] == '"' {
			i++
			continue
		}
		if strings.HasPrefix(text[i:], quotes) {
			return i + len(quotes)
		}
	}
	return -1
}

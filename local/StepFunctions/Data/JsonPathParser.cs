using System.Globalization;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>Reads a JSONPath into its steps.</summary>
internal static class JsonPathParser
{
    public static JsonPath Parse(string text)
    {
        var cursor = new TextCursor(text);
        cursor.Expect("$");
        var steps = ReadSteps(cursor);
        return cursor.AtEnd
            ? new JsonPath(text, steps)
            : throw cursor.Wrong($"'{text[cursor.Position..]}' does not belong in a path");
    }

    /// <summary>Reads steps as far as they go, after the <c>$</c> or <c>@</c>.</summary>
    public static List<PathStep> ReadSteps(TextCursor cursor)
    {
        var steps = new List<PathStep>();
        while (true)
        {
            if (cursor.TryTake(".."))
            {
                steps.Add(new DescentStep());
                if (!cursor.Sees("["))
                {
                    steps.Add(ReadName(cursor));
                }
            }
            else if (cursor.TryTake("."))
            {
                steps.Add(ReadName(cursor));
            }
            else if (cursor.TryTake("["))
            {
                steps.Add(ReadBrackets(cursor));
            }
            else
            {
                break;
            }
        }

        // Only as the last step do several names make one object.
        for (var i = 0; i < steps.Count - 1; i++)
        {
            steps[i] = steps[i] is MembersStep members ? new ChildrenStep(members.Names) : steps[i];
        }

        return steps;
    }

    private static PathStep ReadName(TextCursor cursor)
    {
        if (cursor.TryTake("*"))
        {
            return new WildcardStep();
        }

        var name = cursor.TakeWhile(static c => !char.IsWhiteSpace(c) && !".[]()*,:'\"?&|=<>!~+/@{}".Contains(c));
        if (cursor.Sees("("))
        {
            throw cursor.Wrong($"the JSONPath function '{name}()' is not supported (intrinsic functions are)");
        }

        return name.Length > 0 ? new ChildStep(name) : throw cursor.Wrong("a name is missing");
    }

    private static PathStep ReadBrackets(TextCursor cursor)
    {
        cursor.SkipSpace();
        if (cursor.TryTake("*"))
        {
            return Close(cursor, new WildcardStep());
        }

        if (cursor.TryTake("?"))
        {
            cursor.SkipSpace();
            cursor.Expect("(");
            var filter = cursor.Within(PathFilterParser.ReadAny);
            cursor.SkipSpace();
            cursor.Expect(")");
            return Close(cursor, new FilterStep(filter));
        }

        return cursor.Sees("'") || cursor.Sees("\"") ? ReadNames(cursor) : ReadIndexes(cursor);
    }

    private static PathStep ReadNames(TextCursor cursor)
    {
        var names = new List<string>();
        do
        {
            cursor.SkipSpace();
            names.Add(cursor.TakeQuoted());
            cursor.SkipSpace();
        } while (cursor.TryTake(","));
        return Close(cursor, names.Count == 1 ? new ChildStep(names[0]) : new MembersStep(names));
    }

    private static PathStep ReadIndexes(TextCursor cursor)
    {
        var first = TryReadIndex(cursor);
        if (cursor.TryTake(":"))
        {
            var to = TryReadIndex(cursor);
            var by = cursor.TryTake(":") ? TryReadIndex(cursor) ?? 1 : 1;
            return by > 0
                ? Close(cursor, new SliceStep(first, to, by))
                : throw cursor.Wrong("a slice's step has to be positive");
        }

        var indexes = new List<int> { first ?? throw cursor.Wrong("an index or a quoted name is missing") };
        while (cursor.TryTake(","))
        {
            indexes.Add(TryReadIndex(cursor) ?? throw cursor.Wrong("an index is missing"));
        }

        return Close(cursor, indexes.Count == 1 ? new IndexStep(indexes[0]) : new IndexesStep(indexes));
    }

    private static int? TryReadIndex(TextCursor cursor)
    {
        cursor.SkipSpace();
        var digits = cursor.TakeWhile(static c => c == '-' || char.IsAsciiDigit(c));
        cursor.SkipSpace();
        if (digits.Length == 0)
        {
            return null;
        }

        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw cursor.Wrong($"'{digits}' is not an index");
    }

    private static PathStep Close(TextCursor cursor, PathStep step)
    {
        cursor.SkipSpace();
        cursor.Expect("]");
        return step;
    }
}

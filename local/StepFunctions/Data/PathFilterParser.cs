using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>Reads what stands in <c>[?( … )]</c>: <c>||</c> binds less than <c>&amp;&amp;</c>, and that less than <c>!</c>.</summary>
internal static class PathFilterParser
{
    private static readonly string[] s_operators = ["==", "!=", "<=", ">=", "<", ">"];

    public static PathFilter ReadAny(TextCursor cursor)
    {
        var filter = ReadAll(cursor);
        while (cursor.TryTakeAfterSpace("||"))
        {
            filter = new AnyOf(filter, ReadAll(cursor));
        }

        return filter;
    }

    private static PathFilter ReadAll(TextCursor cursor)
    {
        var filter = ReadOne(cursor);
        while (cursor.TryTakeAfterSpace("&&"))
        {
            filter = new AllOf(filter, ReadOne(cursor));
        }

        return filter;
    }

    private static PathFilter ReadOne(TextCursor cursor)
    {
        if (cursor.TryTakeAfterSpace("!"))
        {
            return new NotFilter(cursor.Within(ReadOne));
        }

        if (cursor.TryTakeAfterSpace("("))
        {
            var inner = cursor.Within(ReadAny);
            cursor.SkipSpace();
            cursor.Expect(")");
            return inner;
        }

        var left = ReadOperand(cursor);
        foreach (var op in s_operators)
        {
            if (cursor.TryTakeAfterSpace(op))
            {
                return new Compare(left, op, ReadOperand(cursor));
            }
        }

        cursor.SkipSpace();
        var other = cursor.TakeWhile(static c => char.IsAsciiLetter(c) || c is '=' or '~');
        return other.Length == 0
            ? new Exists(left)
            : throw cursor.Wrong($"the filter operator '{other}' is not supported");
    }

    private static FilterOperand ReadOperand(TextCursor cursor)
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        if (cursor.Sees("@") || cursor.Sees("$"))
        {
            var fromItem = cursor.TryTake("@");
            if (!fromItem)
            {
                cursor.Expect("$");
            }

            var steps = JsonPathParser.ReadSteps(cursor);
            return new FilterOperand(new JsonPath(cursor.Text[start..cursor.Position], steps), fromItem, null);
        }

        if (cursor.Sees("'") || cursor.Sees("\""))
        {
            return new FilterOperand(null, false, JsonValue.Create(cursor.TakeQuoted()));
        }

        var word = cursor.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        try
        {
            return new FilterOperand(null, false, JsonText.Parse(word));
        }
        catch (JsonException)
        {
            throw cursor.Wrong($"'{word}' is not a value");
        }
    }
}

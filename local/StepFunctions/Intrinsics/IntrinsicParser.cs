using System.Text.Json;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>Reads a call of an intrinsic function.</summary>
internal static class IntrinsicParser
{
    public static Expression Parse(string text)
    {
        var cursor = new TextCursor(text);
        var call = ReadCall(cursor);
        cursor.SkipSpace();
        return cursor.AtEnd ? call : throw cursor.Wrong("nothing may follow the call");
    }

    private static IntrinsicCall ReadCall(TextCursor cursor)
    {
        var start = cursor.Position;
        var name = cursor.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c == '.');
        var function =
            IntrinsicFunctions.Find(name)
            ?? throw cursor.Wrong($"'{name}' is not an intrinsic function of Step Functions");
        cursor.SkipSpace();
        cursor.Expect("(");
        var arguments = new List<Expression>();
        if (!cursor.TryTakeAfterSpace(")"))
        {
            do
            {
                arguments.Add(ReadArgument(cursor, isTemplate: function.TakesTemplate && arguments.Count == 0));
            } while (cursor.TryTakeAfterSpace(","));
            cursor.SkipSpace();
            cursor.Expect(")");
        }

        return arguments.Count >= function.Fewest && arguments.Count <= function.Most
            ? new IntrinsicCall(cursor.Text[start..cursor.Position], function, arguments)
            : throw cursor.Wrong($"{name} takes {function.Arity}, not {arguments.Count}");
    }

    private static Expression ReadArgument(TextCursor cursor, bool isTemplate)
    {
        cursor.SkipSpace();
        if (cursor.Sees("'"))
        {
            // A template's own escapes, \{ and \}, are read when it is filled.
            return new LiteralExpression(cursor.TakeQuoted(keepEscapesOf: isTemplate ? "{}\\" : ""));
        }

        if (cursor.Sees("States."))
        {
            return cursor.Within(ReadCall);
        }

        return cursor.Sees("$") ? ReadPath(cursor) : ReadLiteral(cursor);
    }

    private static PathExpression ReadPath(TextCursor cursor)
    {
        var start = cursor.Position;
        cursor.Expect("$");
        var intoContext = cursor.TryTake("$");
        var from = intoContext ? start + 1 : start;
        var steps = JsonPathParser.ReadSteps(cursor);
        var path = new JsonPath(cursor.Text[from..cursor.Position], steps);
        return new PathExpression(cursor.Text[start..cursor.Position], path, intoContext);
    }

    private static LiteralExpression ReadLiteral(TextCursor cursor)
    {
        var word = cursor.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        try
        {
            return new LiteralExpression(JsonText.Parse(word));
        }
        catch (JsonException)
        {
            throw cursor.Wrong($"'{word}' is not an argument: strings stand in single quotes");
        }
    }
}

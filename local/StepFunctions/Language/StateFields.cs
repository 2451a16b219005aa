using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>The fields that states of several types have in common.</summary>
internal static class StateFields
{
    private const long LongestSeconds = 99_999_999;

    /// <summary><c>$</c>, which stands where a path is not given.</summary>
    public static PathExpression Everything { get; } = PathExpression.ParsePath("$");

    /// <summary>Reads <c>ResultPath</c>: the whole by default, null where it is null.</summary>
    public static ReferencePath? ReadResultPath(DefinitionObject fields) =>
        fields.Has("ResultPath") && fields.Node("ResultPath") is null
            ? null
            : fields.Parsed("ResultPath", ReferencePath.Parse) ?? ReferencePath.Parse("$");

    public static string? ReadNext(DefinitionObject fields)
    {
        var next = fields.Text("Next");
        var ends = fields.Has("End") && fields.Flag("End");
        return ends == next is null
            ? next
            : throw new DefinitionRefusedException(fields.Place, "a state has either 'Next' or 'End': true.");
    }

    public static PathExpression? ReadPath(DefinitionObject fields, string name) =>
        fields.Has(name) && fields.Node(name) is null
            ? null
            : fields.Parsed(name, PathExpression.ParsePath) ?? Everything;

    /// <summary>A fixed text, or under the name with <c>Path</c> a path or an intrinsic function.</summary>
    public static Expression? ReadText(DefinitionObject fields, string name)
    {
        var text = fields.Text(name);
        var path = fields.Parsed($"{name}Path", Expression.Parse);
        return text is not null && path is not null
                ? throw fields.Refuse(name, $"and '{name}Path' cannot both be given.")
            : text is not null ? new LiteralExpression(text)
            : path;
    }

    public static WholeNumber? ReadWhole(DefinitionObject fields, string name, string pathName, long least)
    {
        var number = fields.Whole(name, least, LongestSeconds);
        var path = fields.Parsed(pathName, PathExpression.ParsePath);
        return (number, path) switch
        {
            (null, null) => null,
            (not null, not null) => throw fields.Refuse(name, $"and '{pathName}' cannot both be given."),
            _ => new WholeNumber(path is null ? name : pathName, number, path),
        };
    }
}

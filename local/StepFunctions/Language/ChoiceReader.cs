using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Reads the rules of a Choice state.</summary>
internal static class ChoiceReader
{
    private static readonly string[] s_typeTests =
    [
        "IsBoolean",
        "IsNull",
        "IsNumeric",
        "IsPresent",
        "IsString",
        "IsTimestamp",
    ];

    private static readonly Dictionary<string, (ComparisonKind Kind, Relation Relation)> s_comparisons = Comparisons();

    public static Choice Read(DefinitionObject entry)
    {
        var next = entry.RequiredText("Next");
        return new Choice(ReadRule(entry), next);
    }

    private static ChoiceRule ReadRule(DefinitionObject entry)
    {
        var rule = ReadOperator(entry);
        entry.RefuseUnknown("a choice rule");
        return rule;
    }

    private static ChoiceRule ReadOperator(DefinitionObject entry)
    {
        var operators = entry.Names.Except(["Variable", "Next", "Comment"], StringComparer.Ordinal).ToList();
        if (operators.Count != 1)
        {
            var found = operators.Count == 0 ? "none" : string.Join(", ", operators);
            throw new DefinitionRefusedException(entry.Place, $"a choice rule has exactly one operator, not {found}.");
        }

        var name = operators[0];
        switch (name)
        {
            case "And" or "Or":
                var rules = entry.Objects(name).Select(ReadRule).ToList();
                if (rules.Count == 0)
                {
                    throw entry.Refuse(name, "has to hold one rule at least.");
                }

                return name == "And" ? new AllRules(rules) : new AnyRule(rules);
            case "Not":
                return new NotRule(ReadRule(entry.Object(name)));
        }

        entry.RequiredText("Variable");
        var variable = entry.Parsed("Variable", PathExpression.ParsePath)!;
        if (s_typeTests.Contains(name, StringComparer.Ordinal))
        {
            return new TypeRule(variable, name, entry.Flag(name));
        }

        var byPath = name.EndsWith("Path", StringComparison.Ordinal);
        if (!s_comparisons.TryGetValue(byPath ? name[..^4] : name, out var comparison) || name == "StringMatchesPath")
        {
            throw new DefinitionRefusedException(entry.Place, $"'{name}' is not a comparison operator.");
        }

        return byPath
            ? Rule(null, entry.Parsed(name, PathExpression.ParsePath))
            : Rule(ReadFixed(entry, name, comparison.Kind), null);

        ComparisonRule Rule(JsonNode? value, PathExpression? path) =>
            new(variable, comparison.Kind, comparison.Relation, value, path);
    }

    private static JsonNode ReadFixed(DefinitionObject entry, string name, ComparisonKind kind)
    {
        var value = entry.RequiredNode(name);
        var fits = (kind, value?.GetValueKind()) switch
        {
            (ComparisonKind.Text, JsonValueKind.String) => true,
            (ComparisonKind.Number, JsonValueKind.Number) => true,
            (ComparisonKind.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
            (ComparisonKind.Timestamp, JsonValueKind.String) => Timestamps.TryParse(value!.GetValue<string>(), out _),
            _ => false,
        };
        return fits ? value! : throw entry.Refuse(name, $"cannot be compared with {JsonText.Write(value)}.");
    }

    private static Dictionary<string, (ComparisonKind, Relation)> Comparisons()
    {
        var comparisons = new Dictionary<string, (ComparisonKind, Relation)>(StringComparer.Ordinal)
        {
            ["BooleanEquals"] = (ComparisonKind.Boolean, Relation.Equals),
            ["StringMatches"] = (ComparisonKind.Text, Relation.Matches),
        };
        foreach (var relation in Enum.GetValues<Relation>().Where(static relation => relation != Relation.Matches))
        {
            comparisons[$"String{relation}"] = (ComparisonKind.Text, relation);
            comparisons[$"Numeric{relation}"] = (ComparisonKind.Number, relation);
            comparisons[$"Timestamp{relation}"] = (ComparisonKind.Timestamp, relation);
        }

        return comparisons;
    }
}

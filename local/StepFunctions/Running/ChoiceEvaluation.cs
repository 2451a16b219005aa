using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Whether a choice rule holds.</summary>
internal static class ChoiceEvaluation
{
    /// <exception cref="PathNotFoundException">A rule other than IsPresent looks at what is not there.</exception>
    public static bool Holds(ChoiceRule rule, DataScope scope) =>
        rule switch
        {
            AllRules all => all.Rules.All(inner => Holds(inner, scope)),
            AnyRule any => any.Rules.Any(inner => Holds(inner, scope)),
            NotRule not => !Holds(not.Rule, scope),
            TypeRule { Operator: "IsPresent" } test => test.Variable.TryEvaluate(scope, out _) == test.Expected,
            TypeRule test => IsOf(test.Operator, test.Variable.Evaluate(scope)) == test.Expected,
            ComparisonRule comparison => Compares(comparison, scope),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
        };

    private static bool IsOf(string test, JsonNode? value) =>
        (test, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("IsNull", JsonValueKind.Null) => true,
            ("IsString", JsonValueKind.String) => true,
            ("IsNumeric", JsonValueKind.Number) => true,
            ("IsBoolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("IsTimestamp", JsonValueKind.String) => Timestamps.TryParse(value!.GetValue<string>(), out _),
            _ => false,
        };

    private static bool Compares(ComparisonRule rule, DataScope scope)
    {
        var left = rule.Variable.Evaluate(scope);
        var right = rule.Path is null ? rule.Fixed : rule.Path.Evaluate(scope);
        if (left is null || right is null)
        {
            return false;
        }

        return rule.Relation == Relation.Matches
            ? IsText(left) && IsMatch(left.GetValue<string>(), right.GetValue<string>())
            : Order(rule.Kind, left, right) is { } order && Satisfies(rule.Relation, order);
    }

    /// <summary>How two values stand; null when they are not both of the kind that is compared.</summary>
    private static int? Order(ComparisonKind kind, JsonNode left, JsonNode right) =>
        kind switch
        {
            ComparisonKind.Number when JsonNumber.IsNumber(left) && JsonNumber.IsNumber(right) => JsonNumber.Compare(
                left,
                right
            ),
            ComparisonKind.Text when IsText(left) && IsText(right) => string.CompareOrdinal(
                left.GetValue<string>(),
                right.GetValue<string>()
            ),
            ComparisonKind.Boolean when IsFlag(left) && IsFlag(right) => left.GetValue<bool>()
                .CompareTo(right.GetValue<bool>()),
            ComparisonKind.Timestamp
                when IsText(left)
                    && IsText(right)
                    && Timestamps.TryParse(left.GetValue<string>(), out var a)
                    && Timestamps.TryParse(right.GetValue<string>(), out var b) => a.CompareTo(b),
            _ => null,
        };

    private static bool Satisfies(Relation relation, int order) =>
        relation switch
        {
            Relation.Equals => order == 0,
            Relation.LessThan => order < 0,
            Relation.LessThanEquals => order <= 0,
            Relation.GreaterThan => order > 0,
            _ => order >= 0,
        };

    private static bool IsText(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static bool IsFlag(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    /// <summary><c>*</c> stands for any run of characters, <c>\*</c> for itself, <c>\\</c> for a backslash.</summary>
    private static bool IsMatch(string text, string pattern)
    {
        var expression = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var escaped = pattern[i] == '\\' && i + 1 < pattern.Length && (pattern[i + 1] is '*' or '\\');
            expression.Append(
                escaped ? Regex.Escape(pattern[++i].ToString())
                : pattern[i] == '*' ? ".*"
                : Regex.Escape(pattern[i].ToString())
            );
        }

        // Without backtracking no pattern takes longer than the text is long.
        return Regex.IsMatch(
            text,
            expression.Append(@"\z").ToString(),
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant
        );
    }
}

using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>One entry of <c>Choices</c>: where to go when a rule holds.</summary>
public sealed record Choice(ChoiceRule Rule, string Next);

/// <summary>What holds or does not.</summary>
public abstract record ChoiceRule;

public sealed record AllRules(IReadOnlyList<ChoiceRule> Rules) : ChoiceRule;

public sealed record AnyRule(IReadOnlyList<ChoiceRule> Rules) : ChoiceRule;

public sealed record NotRule(ChoiceRule Rule) : ChoiceRule;

/// <summary>A look at one value: <c>IsPresent</c>, <c>IsNull</c>, <c>IsString</c>, <c>IsNumeric</c>, <c>IsBoolean</c>, <c>IsTimestamp</c>.</summary>
public sealed record TypeRule(PathExpression Variable, string Operator, bool Expected) : ChoiceRule;

/// <summary>A value against another, which is fixed or read by a path.</summary>
/// <param name="Kind">Of what kind both have to be.</param>
/// <param name="Relation">How they have to stand to each other.</param>
/// <param name="Fixed">The other value, when it is fixed.</param>
/// <param name="Path">Where the other value is, when it is not.</param>
public sealed record ComparisonRule(
    PathExpression Variable,
    ComparisonKind Kind,
    Relation Relation,
    JsonNode? Fixed,
    PathExpression? Path
) : ChoiceRule;

public enum ComparisonKind
{
    Text,
    Number,
    Boolean,
    Timestamp,
}

public enum Relation
{
    Equals,
    LessThan,
    LessThanEquals,
    GreaterThan,
    GreaterThanEquals,

    /// <summary>Text against a pattern in which <c>*</c> stands for anything.</summary>
    Matches,
}

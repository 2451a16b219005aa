using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>What stands in <c>[?( … )]</c>.</summary>
internal abstract record PathFilter
{
    public abstract bool Accepts(JsonNode? item, JsonNode? root);
}

internal sealed record AllOf(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Accepts(JsonNode? item, JsonNode? root) =>
        Left.Accepts(item, root) && Right.Accepts(item, root);
}

internal sealed record AnyOf(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Accepts(JsonNode? item, JsonNode? root) =>
        Left.Accepts(item, root) || Right.Accepts(item, root);
}

internal sealed record NotFilter(PathFilter Inner) : PathFilter
{
    public override bool Accepts(JsonNode? item, JsonNode? root) => !Inner.Accepts(item, root);
}

/// <summary>A path alone: true when it leads somewhere.</summary>
internal sealed record Exists(FilterOperand Operand) : PathFilter
{
    public override bool Accepts(JsonNode? item, JsonNode? root) => Operand.TryRead(item, root, out _);
}

internal sealed record Compare(FilterOperand Left, string Operator, FilterOperand Right) : PathFilter
{
    public override bool Accepts(JsonNode? item, JsonNode? root)
    {
        if (!Left.TryRead(item, root, out var left) || !Right.TryRead(item, root, out var right))
        {
            return false;
        }

        return Operator switch
        {
            "==" => JsonNode.DeepEquals(left, right),
            "!=" => !JsonNode.DeepEquals(left, right),
            "<" => Order(left, right) < 0,
            "<=" => Order(left, right) <= 0,
            ">" => Order(left, right) > 0,
            _ => Order(left, right) >= 0,
        };
    }

    /// <summary>Null, and so no order at all, unless both are numbers or both are strings.</summary>
    private static int? Order(JsonNode? left, JsonNode? right) =>
        (left?.GetValueKind(), right?.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => JsonNumber.Compare(left!, right!),
            (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(
                left!.GetValue<string>(),
                right!.GetValue<string>()
            ),
            _ => null,
        };
}

/// <summary>A literal, or a path from the item (<c>@</c>) or from the document (<c>$</c>).</summary>
internal sealed record FilterOperand(JsonPath? Path, bool FromItem, JsonNode? Literal)
{
    public bool TryRead(JsonNode? item, JsonNode? root, out JsonNode? value)
    {
        if (Path is null)
        {
            value = Literal;
            return true;
        }

        var matches = Path.Matches(root, FromItem ? item : root).Take(1).ToList();
        value = matches.FirstOrDefault();
        return matches.Count > 0;
    }
}

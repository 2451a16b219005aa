using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>One step of a JSONPath: from a node to those that it selects.</summary>
internal abstract record PathStep
{
    public virtual bool IsDefinite => false;

    /// <param name="node">Where the step starts.</param>
    /// <param name="root">The whole document, to which a filter may refer.</param>
    public abstract IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root);
}

internal sealed record ChildStep(string Name) : PathStep
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        node is JsonObject o && o.TryGetPropertyValue(Name, out var child) ? [child] : [];
}

/// <summary><c>['a','b']</c> at the end of a path: an object of those members that are there.</summary>
internal sealed record MembersStep(IReadOnlyList<string> Names) : PathStep
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root)
    {
        if (node is not JsonObject o)
        {
            return [];
        }

        var members = new JsonObject();
        foreach (var name in Names)
        {
            if (o.TryGetPropertyValue(name, out var child))
            {
                members[name] = child?.DeepClone();
            }
        }

        return [members];
    }
}

/// <summary><c>['a','b']</c> with more to come: each of the members.</summary>
internal sealed record ChildrenStep(IReadOnlyList<string> Names) : PathStep
{
    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        Names.SelectMany(name => new ChildStep(name).Select(node, root));
}

/// <param name="Index">From 0, or from the end when negative.</param>
internal sealed record IndexStep(int Index) : PathStep
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root)
    {
        if (node is not JsonArray array)
        {
            return [];
        }

        var index = Index < 0 ? array.Count + Index : Index;
        return index >= 0 && index < array.Count ? [array[index]] : [];
    }
}

internal sealed record IndexesStep(IReadOnlyList<int> Indexes) : PathStep
{
    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        Indexes.SelectMany(index => new IndexStep(index).Select(node, root));
}

/// <summary><c>[from:to:by]</c>; either end may be missing or count from the end.</summary>
internal sealed record SliceStep(int? From, int? To, int By) : PathStep
{
    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root)
    {
        if (node is not JsonArray array)
        {
            yield break;
        }

        var end = At(To ?? array.Count, array.Count);
        for (var i = At(From ?? 0, array.Count); i < end; i += By)
        {
            yield return array[i];
        }
    }

    private static int At(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}

internal sealed record WildcardStep : PathStep
{
    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        node switch
        {
            JsonObject o => o.Select(static member => member.Value),
            JsonArray array => array,
            _ => [],
        };
}

/// <summary><c>..</c>: the node and all below it, each before its children.</summary>
internal sealed record DescentStep : PathStep
{
    private static readonly WildcardStep s_children = new();

    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        s_children.Select(node, root).SelectMany(child => Select(child, root)).Prepend(node);
}

internal sealed record FilterStep(PathFilter Filter) : PathStep
{
    public override IEnumerable<JsonNode?> Select(JsonNode? node, JsonNode? root) =>
        node switch
        {
            JsonArray array => array.Where(item => Filter.Accepts(item, root)),
            JsonObject when Filter.Accepts(node, root) => [node],
            _ => [],
        };
}

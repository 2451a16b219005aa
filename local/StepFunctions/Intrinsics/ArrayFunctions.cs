using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>The functions whose names begin with <c>States.Array</c>.</summary>
internal static class ArrayFunctions
{
    private const int LongestRange = 1000;

    public static JsonNode Make(IntrinsicArguments arguments) =>
        new JsonArray([.. Enumerable.Range(0, arguments.Count).Select(arguments.Copy)]);

    public static JsonNode Contains(IntrinsicArguments arguments) =>
        arguments.Array(0).Any(item => JsonNode.DeepEquals(item, arguments[1]));

    public static JsonNode? GetItem(IntrinsicArguments arguments)
    {
        var (array, index) = (arguments.Array(0), arguments.Whole(1));
        return index >= 0 && index < array.Count
            ? array[(int)index]?.DeepClone()
            : throw new IntrinsicMisuseException($"there is no item {index} in an array of {array.Count}.");
    }

    public static JsonNode Length(IntrinsicArguments arguments) => arguments.Array(0).Count;

    public static JsonNode Partition(IntrinsicArguments arguments)
    {
        var size = arguments.Rounded(1);
        if (size is <= 0 or > int.MaxValue)
        {
            throw new IntrinsicMisuseException("the size of a part has to be a positive integer.");
        }

        var parts = arguments.Array(0).Chunk((int)size);
        return new JsonArray([
            .. parts.Select(part => new JsonArray([.. part.Select(static item => item?.DeepClone())])),
        ]);
    }

    public static JsonNode Range(IntrinsicArguments arguments)
    {
        var (first, last, by) = (arguments.Rounded(0), arguments.Rounded(1), arguments.Rounded(2));
        if (by == 0)
        {
            throw new IntrinsicMisuseException("the step of a range must not be 0.");
        }

        var range = new JsonArray();
        for (var number = first; by > 0 ? number <= last : number >= last; number += by)
        {
            if (range.Count == LongestRange)
            {
                throw new IntrinsicMisuseException($"a range holds {LongestRange} numbers at most.");
            }

            range.Add((JsonNode)number);
        }

        return range;
    }

    public static JsonNode Unique(IntrinsicArguments arguments)
    {
        var unique = new JsonArray();
        foreach (var item in arguments.Array(0))
        {
            if (!unique.Any(known => JsonNode.DeepEquals(known, item)))
            {
                unique.Add(item?.DeepClone());
            }
        }

        return unique;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>The arguments of one call, each asked for as the type that the function needs.</summary>
public sealed class IntrinsicArguments(IReadOnlyList<JsonNode?> values, Random random)
{
    public int Count => values.Count;

    public Random Random => random;

    public JsonNode? this[int index] => values[index];

    /// <summary>A copy that may be put into a result.</summary>
    public JsonNode? Copy(int index) => values[index]?.DeepClone();

    public string Text(int index) =>
        values[index] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw Unfit(index, "a string");

    public JsonArray Array(int index) => values[index] as JsonArray ?? throw Unfit(index, "an array");

    public JsonObject Members(int index) => values[index] as JsonObject ?? throw Unfit(index, "an object");

    public long Whole(int index) =>
        JsonNumber.TryWhole(values[index], out var number) ? number : throw Unfit(index, "an integer");

    /// <summary>A number that Step Functions rounds to the nearest integer where it is none.</summary>
    public long Rounded(int index)
    {
        if (JsonNumber.TryWhole(values[index], out var whole))
        {
            return whole;
        }

        return values[index] is JsonValue value && value.TryGetValue<double>(out var number)
            ? (long)Math.Round(number, MidpointRounding.AwayFromZero)
            : throw Unfit(index, "a number");
    }

    public bool Flag(int index) =>
        values[index]?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Unfit(index, "a boolean"),
        };

    private IntrinsicMisuseException Unfit(int index, string expected) =>
        new($"argument {index + 1} has to be {expected}, but was {JsonText.Write(values[index])}.");
}

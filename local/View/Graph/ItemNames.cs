using System.Globalization;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>What tells the iterations of a Map state from each other: their shares where they are such, or else their numbers.</summary>
internal sealed class ItemNames
{
    private readonly JsonArray? _shares;

    private ItemNames(JsonArray? shares) => _shares = shares;

    /// <param name="input">What the state was entered with.</param>
    public static ItemNames Of(MapState state, string? input)
    {
        if (input is null || !state.ItemsPath.Text.EndsWith("percentages", StringComparison.Ordinal))
        {
            return new ItemNames(null);
        }

        // The context object is not kept in a history.
        var scope = new DataScope(JsonText.Parse(input), [], Random.Shared);
        return new ItemNames(state.ItemsPath.TryEvaluate(scope, out var items) ? items as JsonArray : null);
    }

    /// <param name="index">From 0.</param>
    public string this[int index] =>
        index < _shares?.Count && _shares[index] is JsonValue share && share.TryGetValue(out decimal percentage)
            ? string.Create(CultureInfo.InvariantCulture, $"{percentage} %")
            : string.Create(CultureInfo.InvariantCulture, $"#{index + 1}");
}

using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>What paths see: <c>$</c> and <c>$$</c>, and where States.MathRandom and States.UUID take chance from.</summary>
/// <param name="Data">What <c>$</c> stands for.</param>
/// <param name="Context">The context object, <c>$$</c>.</param>
/// <param name="Random">The source of chance.</param>
public sealed record DataScope(JsonNode? Data, JsonObject Context, Random Random);

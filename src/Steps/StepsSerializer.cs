using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace SonicBridge.Steps;

/// <summary>Reads events of any depth: what is wrong with an input is for the function to say, and not for the parser.</summary>
public sealed class StepsSerializer()
    : SourceGeneratorLambdaJsonSerializer<StepsJson>((JsonSerializerOptions options) => options.MaxDepth = Deepest)
{
    // Lambda takes events of 6 MB: no more brackets than that can be open.
    private const int Deepest = 6 * 1024 * 1024;
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>Answers GetFunction, GetFunctionConfiguration and ListFunctions.</summary>
internal static class FunctionDescription
{
    public static Task WriteAsync(HttpContext context, FunctionDefinition function) =>
        AwsJson.WriteAsync(
            context,
            new GetFunctionResponse(Configuration(function)),
            LambdaJson.Default.GetFunctionResponse
        );

    public static Task WriteConfigurationAsync(HttpContext context, FunctionDefinition function) =>
        AwsJson.WriteAsync(context, Configuration(function), LambdaJson.Default.FunctionConfiguration);

    public static Task WriteListAsync(HttpContext context, IEnumerable<FunctionDefinition> functions)
    {
        var list = functions.OrderBy(static function => function.Name, StringComparer.Ordinal).Select(Configuration);
        return AwsJson.WriteAsync(
            context,
            new ListFunctionsResponse([.. list]),
            LambdaJson.Default.ListFunctionsResponse
        );
    }

    private static FunctionConfiguration Configuration(FunctionDefinition function) =>
        new(
            function.Name,
            LocalAccount.Arn("lambda", $"function:{function.Name}"),
            function.Handler,
            (int)function.Timeout.TotalSeconds,
            function.Memory,
            new FunctionVariables(function.Environment)
        );
}

/// <summary>What is told of a function.</summary>
/// <param name="Timeout">In seconds.</param>
/// <param name="MemorySize">In MB.</param>
internal sealed record FunctionConfiguration(
    string FunctionName,
    string FunctionArn,
    string Handler,
    int Timeout,
    int MemorySize,
    FunctionVariables Environment
)
{
    public string Version { get; } = "$LATEST";
    public string Runtime { get; } = "provided.al2023";
    public string PackageType { get; } = "Zip";
    public string State { get; } = "Active";
    public string LastUpdateStatus { get; } = "Successful";
}

internal sealed record FunctionVariables(IReadOnlyDictionary<string, string> Variables);

internal sealed record GetFunctionResponse(FunctionConfiguration Configuration);

internal sealed record ListFunctionsResponse(IReadOnlyList<FunctionConfiguration> Functions);

[JsonSerializable(typeof(FunctionConfiguration))]
[JsonSerializable(typeof(GetFunctionResponse))]
[JsonSerializable(typeof(ListFunctionsResponse))]
internal sealed partial class LambdaJson : JsonSerializerContext;

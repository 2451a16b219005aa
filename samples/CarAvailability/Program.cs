using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using SonicBridge.Samples.CarAvailability;

var function = new CarAvailabilityFunction(TimeProvider.System);
await LambdaBootstrapBuilder
    .Create<ToolRequest, ToolResult>(
        (request, context) => Task.FromResult(function.LookUp(request, context)),
        new SourceGeneratorLambdaJsonSerializer<CarJson>()
    )
    .Build()
    .RunAsync();

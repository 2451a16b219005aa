using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using SonicBridge.Samples.CarAvailability;

var function = new CarAvailabilityFunction(TimeProvider.System);
await LambdaBootstrapBuilder
    .Create<ToolRequest, ToolResult>(function.LookUp, new SourceGeneratorLambdaJsonSerializer<CarJson>())
    .Build()
    .RunAsync();

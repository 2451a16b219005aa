using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Environment = Amazon.Lambda.Model.EnvironmentResponse;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>Lambda with some functions, and what the invoked one answers.</summary>
internal sealed class FakeLambda()
    : AmazonLambdaClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public const string Start = "arn:aws:lambda:us-east-1:111122223333:function:invoke-ecs-ec2-task";
    public const string Launch = "arn:aws:lambda:us-east-1:111122223333:function:launch-bridge";

    public Dictionary<string, GetFunctionConfigurationResponse> Functions { get; } = [];
    public List<JsonNode> Events { get; } = [];
    public string? FunctionError { get; set; }
    public Func<JsonNode, string> Answer { get; set; } = static _ => """{"status":"started"}""";

    public FakeLambda With(string function, params (string Name, string Value)[] variables)
    {
        Functions[function] = new GetFunctionConfigurationResponse
        {
            State = State.Active,
            LastUpdateStatus = LastUpdateStatus.Successful,
            Environment = new Environment { Variables = variables.ToDictionary(one => one.Name, one => one.Value) },
        };
        return this;
    }

    public override Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(
        GetFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Functions.TryGetValue(request.FunctionName, out var found)
            ? Task.FromResult(found)
            : throw new ResourceNotFoundException($"Function not found: {request.FunctionName}");

    public override Task<InvokeResponse> InvokeAsync(
        InvokeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        request.FunctionName.ShouldBe(Start);
        Events.Add(JsonNode.Parse(request.Payload)!);
        return Task.FromResult(
            new InvokeResponse
            {
                FunctionError = FunctionError,
                Payload = new MemoryStream(Encoding.UTF8.GetBytes(Answer(Events[^1]))),
            }
        );
    }
}

using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.AutoScaling;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.CloudFormation;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.Connect;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.KinesisVideo;
using Amazon.KinesisVideoMedia;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace SonicBridge.Sdk.Tests.Aws.Botocore;

/// <summary>The stand-ins against AWS's own service models, where the Python SDK has them.</summary>
public sealed class ServiceShapeTests
{
    private static readonly Dictionary<string, Type> Clients = new(StringComparer.Ordinal)
    {
        ["stepfunctions"] = typeof(AmazonStepFunctionsClient),
        ["ecs"] = typeof(AmazonECSClient),
        ["kinesisvideo"] = typeof(AmazonKinesisVideoClient),
        ["kinesis-video-media"] = typeof(AmazonKinesisVideoMediaClient),
        ["autoscaling"] = typeof(AmazonAutoScalingClient),
        ["cloudformation"] = typeof(AmazonCloudFormationClient),
        ["cloudwatch"] = typeof(AmazonCloudWatchClient),
        ["connect"] = typeof(AmazonConnectClient),
        ["ecr"] = typeof(AmazonECRClient),
        ["elbv2"] = typeof(AmazonElasticLoadBalancingV2Client),
        ["logs"] = typeof(AmazonCloudWatchLogsClient),
        ["lambda"] = typeof(AmazonLambdaClient),
        ["bedrock-runtime"] = typeof(AmazonBedrockRuntimeClient),
    };

    public static TheoryData<string, string> Operations =>
        [
            .. Clients.SelectMany(client =>
                client
                    .Value.GetMethods()
                    .Where(method =>
                        method.DeclaringType == client.Value && method.Name.EndsWith("Async", StringComparison.Ordinal)
                    )
                    .Select(method => new TheoryDataRow<string, string>(client.Key, method.Name[..^"Async".Length]))
            ),
        ];

    /// <summary>Those whose inputs and outputs are the model's members, and nothing the SDK adds by hand.</summary>
    public static TheoryData<string, string> PlainOperations =>
        [.. Operations.Where(row => row.Data is not ("bedrock-runtime", _) and not ("lambda", "Invoke"))];

    /// <summary>Those that take a form and answer XML; CloudWatch does so beside its newer protocol.</summary>
    private static bool IsQuery(string service) =>
        ServiceModel.Load(service).Metadata("protocol") == "query" || service == "cloudwatch";

    public static TheoryData<string> Services => [.. Clients.Keys];

    [Theory]
    [MemberData(nameof(PlainOperations))]
    public async Task An_operation_is_the_models_in_every_member_and_wire_name(string service, string operation)
    {
        var model = ServiceModel.Load(service);
        var sample = new ModelSample(model);
        var described = model.Operation(operation);
        var (input, output) = ((string)described["input"]!["shape"]!, (string?)described["output"]?["shape"]);
        await using var loopback = await LoopbackService.StartAsync(
            (_, context) =>
                IsQuery(service) ? LoopbackService.AnswerAsync(context, sample.Xml(operation, output), 200)
                : output is null ? LoopbackService.AnswerAsync(context, "", 204)
                : LoopbackService.AnswerAsync(context, sample.Json(output).ToJsonString(), 200)
        );
        using var client = ClientOf(service, loopback.Url);
        var requestType = ModelType(service, operation + "Request");

        sample.ShouldFit(requestType, input);
        var answer = await InvokeAsync(client, operation, sample.Fill(requestType, input));

        var sent = loopback.Only;
        if (IsQuery(service))
        {
            ShouldHoldFormOf(sent, model, sample, requestType, operation);
            ShouldHold(answer, sample, output);
            return;
        }

        sent.Method.ShouldBe((string)described["http"]!["method"]!);
        sent.Path.ShouldBe(sample.Path((string)described["http"]!["requestUri"]!, requestType, input));
        ShouldHoldQueryOf(sent, sample, requestType, input);
        if (model.Metadata("targetPrefix") is { } prefix)
        {
            sent.Headers["x-amz-target"].ShouldBe($"{prefix}.{operation}");
            sent.Headers["content-type"].ShouldBe($"application/x-amz-json-{model.Metadata("jsonVersion")}");
        }

        var body = ModelSample.Properties(requestType).Where(p => sample.LocationOf(p, input) is null).ToList();
        if (body.Count > 0)
        {
            ShouldHoldAllOf(sent.Json, sample.Json(input), body, operation);
        }

        if (answer is not Amazon.KinesisVideoMedia.Model.GetMediaResponse)
        {
            ShouldHold(answer, sample, output);
        }
    }

    [Fact]
    public async Task The_output_stream_has_the_models_events_and_exceptions()
    {
        var model = ServiceModel.Load("bedrock-runtime");
        var chunk = typeof(BidirectionalOutputPayloadPart);

        foreach (
            var (member, described) in model.Shape("InvokeModelWithBidirectionalStreamOutput")["members"]!.AsObject()
        )
        {
            var shape = (string)described!["shape"]!;
            if (model.Shape(shape)["exception"] is null)
            {
                shape.ShouldBe(chunk.Name);
                using var output = OutputOf(EventFrame.Event(member, """{"bytes":"AQ=="}"""));
                output.AsEnumerable().ToList().ShouldHaveSingleItem().ShouldBeOfType(chunk);
            }
            else
            {
                using var output = OutputOf(EventFrame.Exception(member, "{}"));
                var error = await Should.ThrowAsync<BedrockRuntimeEventStreamException>(async () =>
                {
                    await foreach (var _ in output.WithCancellation(TestContext.Current.CancellationToken)) { }
                });
                error.InnerException.ShouldNotBeNull().GetType().Name.ShouldBe(shape);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_error_of_an_operation_has_its_exception(string service, string operation)
    {
        var model = ServiceModel.Load(service);
        var client = Clients[service];
        var serviceException = client.Assembly.GetType(
            client.FullName!.Replace("Client", "Exception", StringComparison.Ordinal)
        )!;

        foreach (var error in model.Operation(operation)["errors"]?.AsArray() ?? [])
        {
            var shape = (string)error!["shape"]!;
            var name =
                shape.EndsWith("Exception", StringComparison.Ordinal) ? shape
                : shape.EndsWith("Fault", StringComparison.Ordinal) ? shape[..^"Fault".Length] + "Exception"
                : shape + "Exception";
            var type = ModelType(service, name);
            type.IsAssignableTo(serviceException).ShouldBeTrue(name);
            foreach (var property in ModelSample.Properties(type).Where(property => property.CanWrite))
            {
                new ModelSample(model).WireName(property, shape).ShouldNotBeNull();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_regions_endpoint_is_the_models(string service)
    {
        string[] regions = ["us-east-1", "us-west-2", "eu-north-1", "ap-northeast-1", "cn-north-1", "us-gov-west-1"];
        var resolved = ServiceModel.Python(
            $"""
            import botocore.session, botocore.endpoint_provider
            data = botocore.session.get_session().get_component('data_loader')
            rules = botocore.endpoint_provider.EndpointProvider(
                data.load_service_model('{service}', 'endpoint-rule-set-1'), data.load_data('partitions'))
            for region in '{string.Join(' ', regions)}'.split():
                print(rules.resolve_endpoint(Region=region, UseFIPS=False, UseDualStack=False).url)
            """
        );

        foreach (var (region, url) in regions.Zip(resolved.Split('\n')))
        {
            var config = NewConfig(service);
            config.IgnoreConfiguredEndpointUrls = true;
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region);
            var request = (AmazonWebServiceRequest)
                Activator.CreateInstance(ModelType(service, AnOperation(service) + "Request"))!;
            config.DetermineServiceOperationEndpoint(new(request)).URL.TrimEnd('/').ShouldBe(url.Trim());
        }
    }

    private static void ShouldHold(object answer, ModelSample sample, string? output)
    {
        if (output is not null)
        {
            sample.ShouldFit(answer.GetType(), output);
            sample.ShouldHoldSample(answer, output);
        }
    }

    /// <summary>The form names the operation, and its fields are the stand-in's members under the model's names.</summary>
    private static void ShouldHoldFormOf(
        SentRequest sent,
        ServiceModel model,
        ModelSample sample,
        Type type,
        string operation
    )
    {
        var input = (string)model.Operation(operation)["input"]!["shape"]!;
        var form = sent.Form.ToDictionary(StringComparer.Ordinal);
        form.Remove("Action").ShouldBeTrue();
        form.Remove("Version", out var version).ShouldBeTrue();
        version.ShouldBe(model.Metadata("apiVersion"));
        sent.Form.ShouldContain(KeyValuePair.Create("Action", operation));
        form.ShouldBe(sample.Form(type, input), ignoreOrder: true);
    }

    /// <summary>Each member that the model puts into the query was sent there.</summary>
    private static void ShouldHoldQueryOf(SentRequest sent, ModelSample sample, Type type, string shape)
    {
        var expected = ModelSample
            .Properties(type)
            .Where(property => sample.LocationOf(property, shape) is { Kind: "querystring" })
            .Select(property =>
            {
                var value = sample.Json(shape)[sample.WireName(property, shape)]!;
                return KeyValuePair.Create(
                    sample.LocationOf(property, shape)!.Value.Name,
                    (value is JsonArray list ? list[0]! : value).ToString()
                );
            });
        sent.Query.ShouldBe(expected, ignoreOrder: true);
    }

    private static InvokeModelWithBidirectionalStreamOutput OutputOf(EventFrame frame) =>
        new(new MemoryStream(frame.ToBytes()));

    private static string AnOperation(string service) => Operations.First(row => row.Data.Item1 == service).Data.Item2;

    /// <summary>Each of the stand-in's members was sent under the model's name, with the sample's value.</summary>
    private static void ShouldHoldAllOf(
        JsonNode sent,
        JsonNode sample,
        IEnumerable<PropertyInfo> properties,
        string where
    )
    {
        foreach (var property in properties)
        {
            var name = sample.AsObject().Single(m => char.ToUpperInvariant(m.Key[0]) + m.Key[1..] == property.Name).Key;
            var (value, expected, inner) = (sent[name], sample[name]!, property.PropertyType);
            value.ShouldNotBeNull($"{where}.{name} was not sent.");
            if (expected is JsonArray)
            {
                (value, expected, inner) = (value[0]!, expected[0]!, inner.GenericTypeArguments[0]);
            }

            if (expected is JsonObject && !inner.IsGenericType)
            {
                ShouldHoldAllOf(value, expected, ModelSample.Properties(inner), $"{where}.{name}");
            }
            else
            {
                value.ToJsonString().ShouldBe(expected.ToJsonString(), $"{where}.{name}");
            }
        }
    }

    private static async Task<object> InvokeAsync(AmazonServiceClient client, string operation, object request)
    {
        var method = client.GetType().GetMethod(operation + "Async")!;
        var call = (Task)method.Invoke(client, [request, TestContext.Current.CancellationToken])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }

    private static AmazonServiceClient ClientOf(string service, string url)
    {
        var config = NewConfig(service);
        config.ServiceURL = url;
        config.AuthenticationRegion = "us-east-1";
        return (AmazonServiceClient)Activator.CreateInstance(Clients[service], LoopbackService.Credentials, config)!;
    }

    private static ClientConfig NewConfig(string service)
    {
        var client = Clients[service];
        var name = client.FullName!.Replace("Client", "Config", StringComparison.Ordinal);
        return (ClientConfig)Activator.CreateInstance(client.Assembly.GetType(name)!)!;
    }

    private static Type ModelType(string service, string name) =>
        Clients[service].Assembly.GetType($"{Clients[service].Namespace}.Model.{name}")
        ?? throw new ShouldAssertException($"{service} has no {name}.");
}

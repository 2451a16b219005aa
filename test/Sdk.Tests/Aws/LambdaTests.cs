using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class LambdaTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static AmazonLambdaClient ClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonLambdaConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    [Fact]
    public async Task Invoke_sends_the_input_as_it_is_and_hands_the_answer_on_as_it_is()
    {
        await using var service = await LoopbackService.StartAsync(
            static (_, context) =>
            {
                context.Response.Headers["X-Amz-Executed-Version"] = "7";
                context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
                return LoopbackService.AnswerAsync(context, """{"errorMessage":"no"}""", 200);
            }
        );
        using var client = ClientOf(service);

        var response = await client.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = "arn:aws:lambda:us-east-1:123456789012:function:f",
                Qualifier = "live",
                InvocationType = InvocationType.RequestResponse,
                Payload = """{"a":"ü"}""",
                ClientContext = "{}",
            },
            None
        );

        var sent = service.Only;
        (sent.Method, sent.Target).ShouldBe(
            (
                "POST",
                "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af/invocations?Qualifier=live"
            )
        );
        Encoding.UTF8.GetString(sent.Body).ShouldBe("""{"a":"ü"}""");
        sent.Headers["x-amz-invocation-type"].ShouldBe("RequestResponse");
        sent.Headers["x-amz-client-context"].ShouldBe("e30=");
        sent.Scope.ShouldEndWith("/us-east-1/lambda/aws4_request");
        response.StatusCode.ShouldBe(200);
        response.FunctionError.ShouldBe("Unhandled");
        response.ExecutedVersion.ShouldBe("7");
        response.LogResult.ShouldBeNull();
        Encoding.UTF8.GetString(response.Payload.ToArray()).ShouldBe("""{"errorMessage":"no"}""");
    }

    [Fact]
    public void The_text_of_an_input_is_its_stream()
    {
        var request = new InvokeRequest { Payload = "{}", ClientContext = "{}" };

        request.PayloadStream.ToArray().ShouldBe("{}"u8.ToArray());
        request.ClientContextBase64.ShouldBe("e30=");
        new InvokeRequest().Payload.ShouldBeNull();
        new InvokeRequest { PayloadStream = new MemoryStream("1"u8.ToArray()) }.Payload.ShouldBe("1");
    }

    [Fact]
    public async Task A_function_is_restored_with_its_code_and_emptied_lists()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            JsonNode.Parse("""{"FunctionName":"f","CodeSha256":"s=","State":"Active","Layers":[]}""")!
        );
        using var client = ClientOf(service);

        var code = await client.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest
            {
                FunctionName = "f",
                ZipFile = new MemoryStream([0x50, 0x4b, 0xff, 0xfb]),
                Architectures = [Architecture.Arm64],
                Publish = false,
            },
            None
        );
        await client.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = "f",
                Layers = [],
                Runtime = Runtime.ProvidedAl2023,
                Environment = new Amazon.Lambda.Model.Environment { Variables = [] },
            },
            None
        );

        var sent = service.Requests.ToArray();
        (sent[0].Method, sent[0].Path).ShouldBe(("PUT", "/2015-03-31/functions/f/code"));
        sent[0]
            .Json.ToJsonString()
            .ShouldBe("""{"Architectures":["arm64"],"Publish":false,"ZipFile":"UEv/\u002Bw=="}""");
        sent[1]
            .Json.ToJsonString()
            .ShouldBe("""{"Environment":{"Variables":{}},"Layers":[],"Runtime":"provided.al2023"}""");
        code.State.ShouldBe(State.Active);
        code.Layers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_its_own_exception()
    {
        await using var service = await LoopbackService.StartAsync(
            static (_, context) =>
            {
                context.Response.Headers["x-amzn-ErrorType"] = "ResourceNotFoundException";
                return LoopbackService.AnswerAsync(
                    context,
                    """{"Type":"User","Message":"Function not found: f"}""",
                    404
                );
            }
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<ResourceNotFoundException>(() =>
            client.GetFunctionAsync(new GetFunctionRequest { FunctionName = "f" }, None)
        );

        error.Type.ShouldBe("User");
        error.Message.ShouldBe("Function not found: f");
        error.ShouldBeAssignableTo<AmazonLambdaException>();
    }

    [Fact]
    public async Task A_function_without_a_name_is_refused_before_it_is_sent()
    {
        await using var service = await LoopbackService.AnsweringAsync(new JsonObject());
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<AmazonLambdaException>(() =>
            client.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = "f" }, None)
        );

        error.Message.ShouldContain("Name");
        service.Requests.ShouldBeEmpty();
    }
}

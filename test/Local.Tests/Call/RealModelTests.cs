using SonicBridge.Local.Call;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.Call;

public sealed class RealModelTests
{
    private static readonly RealModel s_model = new(
        new ClientKey("AKIAIOSFODNN7EXAMPLE", "a-secret", "eu-north-1"),
        "a-token",
        null
    );

    private static readonly Dictionary<string, string> s_product = new()
    {
        ["AWS_ENDPOINT_URL_S3"] = "http://127.0.0.1:1",
        ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = "http://127.0.0.1:2",
        ["AWS_ACCESS_KEY_ID"] = "local",
    };

    [Fact]
    public void The_bridge_gets_the_users_key_and_no_endpoint_for_Bedrock()
    {
        var environment = s_model.Around(s_product, _ => null);

        environment["AWS_ACCESS_KEY_ID"].ShouldBe("AKIAIOSFODNN7EXAMPLE");
        environment["AWS_SECRET_ACCESS_KEY"].ShouldBe("a-secret");
        environment["AWS_SESSION_TOKEN"].ShouldBe("a-token");
        environment["AWS_REGION"].ShouldBe("eu-north-1");
        environment["AWS_ENDPOINT_URL_S3"].ShouldBe("http://127.0.0.1:1");
        environment.ShouldNotContainKey("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
    }

    [Fact]
    public void A_proxy_is_passed_on() =>
        s_model
            .Around(s_product, name => name == "HTTPS_PROXY" ? "http://proxy:3128" : null)["HTTPS_PROXY"]
            .ShouldBe("http://proxy:3128");

    [Fact]
    public void No_secret_is_printed() =>
        $"{s_model} {s_model.Key} {s_model.Announcement}".ShouldNotContain("a-secret");

    [Fact]
    public async Task A_region_that_is_missing_or_an_address_that_is_none_is_said()
    {
        var region = await Should.ThrowAsync<RealModelException>(() =>
            RealModel.FindAsync(name => name == "AWS_REGION" ? "" : null)
        );
        var endpoint = await Should.ThrowAsync<RealModelException>(() =>
            RealModel.FindAsync(name =>
                name switch
                {
                    "AWS_REGION" => "us-east-1",
                    "AWS_ENDPOINT_URL_BEDROCK_RUNTIME" => "bedrock",
                    _ => null,
                }
            )
        );

        region.Message.ShouldContain("set AWS_REGION");
        endpoint.Message.ShouldContain("'bedrock'");
    }
}

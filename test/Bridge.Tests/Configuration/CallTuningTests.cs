using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tests.Configuration;

public sealed class CallTuningTests
{
    private static readonly SonicSettings s_environment = new() { Voice = "matthew", Endpointing = Endpointing.Low };

    [Fact]
    public void What_a_call_does_not_say_is_as_the_environment_has_it()
    {
        var tuned = CallTuning.Of(s_environment, new CallConfiguration());

        tuned.ShouldBe(s_environment with { Tools = tuned.Tools });
        tuned.Tools.Select(tool => tool.Name).ShouldBe(["transfer_to_agent", "end_call"]);
    }

    [Fact]
    public void A_call_has_its_own_prompt_voice_greeting_and_patience()
    {
        var tuned = CallTuning.Of(
            s_environment,
            new CallConfiguration
            {
                SystemPrompt = "You rent out cars.",
                Voice = "amy",
                Greeting = "Welcome the caller.",
                Endpointing = EndpointingSensitivity.High,
            }
        );

        (tuned.SystemPrompt, tuned.Voice, tuned.Greeting, tuned.Endpointing).ShouldBe(
            ("You rent out cars.", "amy", "Welcome the caller.", Endpointing.High)
        );
    }

    [Theory]
    [InlineData("de-DE", null, "tina", "German")]
    [InlineData("de-DE", "lennart", "lennart", "German")]
    [InlineData("en-US", null, "matthew", "English")]
    [InlineData("hi-IN", null, "kiara", "Hindi")]
    public void A_language_has_a_voice_of_its_own_and_the_prompt_names_it(
        string language,
        string? voice,
        string expected,
        string name
    )
    {
        var tuned = CallTuning.Of(s_environment, new CallConfiguration { Language = language, Voice = voice });

        tuned.Voice.ShouldBe(expected);
        tuned.SystemPrompt.ShouldBe($"{s_environment.SystemPrompt}\n\nSpeak {name}.");
    }
}

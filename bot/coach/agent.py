"""The agent graph: a model slot, the tools, limits. Without a configured model the slot holds the planner.

This module imports LangChain, which costs more than everything else of a start: import it when the agent is
built (in a thread, while the greeting shows), never at the top of another module.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware, ModelRequest, ModelResponse
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from bot.coach.planner import Call, plan
from bot.coach.tools import build_tools
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Searcher

MODEL_CALLS_PER_TURN = 4
"""The planner needs two; a turn that wants more is caught in a loop."""

_DONE = "The facts are noted."


class PlannerModel(BaseChatModel):
    """The embedded model: calls the tools its plan names, then leaves the wording to compose."""

    calls: tuple[Call, ...] = ()
    """What to call before anything is said."""

    @property
    def _llm_type(self) -> str:
        return "planner"

    def bind_tools(self, tools: Any, **kwargs: Any) -> PlannerModel:  # noqa: ANN401
        """Accept the tools; the plan already names the ones it needs."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        answered = any(isinstance(message, ToolMessage) for message in messages)
        if self.calls and not answered:
            calls = [
                ToolCall(name=call.tool, args=dict(call.arguments), id=f"call-{index}")
                for index, call in enumerate(self.calls)
            ]
            message = AIMessage(content="", tool_calls=calls)
        else:
            message = AIMessage(content=_DONE)
        return ChatResult(generations=[ChatGeneration(message=message)])


class _PlanOfTheTurn(AgentMiddleware[Any, Workings]):
    """Hands the planner the plan of the turn at hand."""

    async def awrap_model_call(
        self,
        request: ModelRequest[Workings],
        handler: Callable[[ModelRequest[Workings]], Awaitable[ModelResponse[Any]]],
    ) -> ModelResponse[Any]:
        workings = request.runtime.context
        calls = plan(workings.frame, workings.question)
        return await handler(request.override(model=PlannerModel(calls=calls)))


class Agent:
    """Lets the model slot call tools until the turn's facts are noted."""

    def __init__(self, searcher: Searcher) -> None:
        """Build the graph once; it holds no state between turns."""
        middleware: list[AgentMiddleware[Any, Any, Any]] = [
            _PlanOfTheTurn(),
            ModelCallLimitMiddleware(run_limit=MODEL_CALLS_PER_TURN, exit_behavior="error"),
        ]
        self._graph = create_agent(
            PlannerModel(),
            build_tools(searcher),
            middleware=middleware,
            context_schema=Workings,
        )

    async def work(self, workings: Workings) -> None:
        """Run one turn: its facts and staged writes stand in the workings afterwards."""
        message = HumanMessage(workings.message.text)
        await self._graph.ainvoke({"messages": [message]}, context=workings)

// The state chart of one migration as a drawing: its regions, where it stands in each, and the ways onward.
import { useId, useMemo, useState } from 'react';
import type { Chart } from '../../../server/contract/migrations/system.ts';
import { Scroll } from '../../ui/scroll.tsx';
import { useSpeech } from '../../words/language.tsx';
import { layoutOf } from './layout.ts';
import { type Lettering, lineHeight } from './lettering.ts';
import { picturesOf } from './picture.ts';
import type { Box, Layout, Line } from './placed.ts';
import './state-chart.css';

export function StateChart({ chart }: { chart: Chart }) {
  const { t } = useSpeech();
  const [waysBack, setWaysBack] = useState(false);
  const { say } = useSpeech();
  const layouts = useMemo(
    () => picturesOf(chart, waysBack).map((picture) => layoutOf(picture, say, !waysBack)),
    [chart, waysBack, say],
  );
  return (
    <section className="card chart" aria-labelledby="chart">
      <h2 id="chart">{t('system.chart')}</h2>
      <div className="chart-tools small">
        <ul className="chart-key">
          <li className="here">{t('system.legendHere')}</li>
          <li className="visited">{t('system.legendVisited')}</li>
          <li className="ahead">{t('system.legendAhead')}</li>
        </ul>
        <label className="choice">
          <input type="checkbox" checked={waysBack} onChange={(event) => setWaysBack(event.target.checked)} />
          {t('system.chartAll')}
        </label>
      </div>
      <div className="chart-regions">
        {layouts.map((layout) => (
          <Region key={layout.of.id} layout={layout} />
        ))}
      </div>
    </section>
  );
}

function Region({ layout }: { layout: Layout }) {
  const { t, say } = useSpeech();
  const id = useId();
  const here = layout.boxes.filter((box) => box.node.here).map((box) => say(box.node.label));
  return (
    <figure className="chart-region" aria-label={say(layout.of.label)}>
      <figcaption className="small">{say(layout.of.label)}</figcaption>
      <Scroll label={t('system.chartScroll')}>
        <svg
          role="img"
          aria-labelledby={id}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <title id={id}>
            {say(layout.of.label)}
            {t('mark.stop')}
            {here.length > 0
              ? t('system.chartDesc', { here: here.join(t('mark.and')) })
              : t('system.chartOver')}
          </title>
          <defs>
            <marker
              id={`${id}-tip`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path className="chart-tip" d="M0 0L8 4L0 8z" />
            </marker>
          </defs>
          {layout.boxes.map((box) => (
            <Drawn key={box.node.id} box={box} />
          ))}
          {layout.lines.map((line) => (
            <Way key={line.arrow.id} line={line} tip={`url(#${id}-tip)`} />
          ))}
        </svg>
      </Scroll>
    </figure>
  );
}

function Drawn({ box }: { box: Box }) {
  const { node, x, y, width, height, words } = box;
  const place = node.here ? 'here' : node.visited ? 'visited' : 'ahead';
  return (
    <g className={`chart-box ${place}`}>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      <Words words={words} x={x + width / 2} y={y + height / 2} size={14} />
    </g>
  );
}

function Words({ words, x, y, size }: { words: Lettering; x: number; y: number; size: number }) {
  const pitch = (lineHeight * size) / 14;
  const top = y - ((words.lines.length - 1) * pitch) / 2;
  return (
    <text x={x} textAnchor="middle" fontSize={size}>
      {words.lines.map((line) => (
        <tspan key={line} x={x} y={top + words.lines.indexOf(line) * pitch + size * 0.36}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Way({ line: { points, words, at, gate }, tip }: { line: Line; tip: string }) {
  return (
    <g className="chart-way">
      <path d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} markerEnd={tip} />
      {words && <Words words={words} x={at.x} y={at.y} size={12.6} />}
      {gate && (
        <path
          className="chart-gate"
          d={`M${at.x - 8} ${at.y - 5}h16M${at.x - 5} ${at.y - 8}v16M${at.x + 5} ${at.y - 8}v16`}
        />
      )}
    </g>
  );
}
